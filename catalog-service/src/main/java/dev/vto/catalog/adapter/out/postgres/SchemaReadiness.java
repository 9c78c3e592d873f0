package dev.vto.catalog.adapter.out.postgres;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The catalog can serve where PostgreSQL answers and its schema is as far as this version needs, whoever migrated it.
 * Kafka is not asked for: jobs are accepted without it, and their events wait in the outbox.
 */
@Readiness
@Singleton
class SchemaReadiness implements AsyncHealthCheck {

    private static final String NAME = "PostgreSQL and its schema";
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Pattern CHANGE = Pattern.compile("^ +id: (\\S+)$", Pattern.MULTILINE);
    private static final String MISSING =
            """
            SELECT count(*) FROM unnest($1::text[]) AS needed(id)
            WHERE NOT EXISTS (SELECT 1 FROM databasechangelog done WHERE done.id = needed.id)
            """;

    private final Pool pool;
    private final String[] changes = changes();

    SchemaReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.preparedQuery(MISSING)
                .execute(Tuple.of(changes))
                .map(rows -> rows.iterator().next().getLong(0))
                .map(missing -> HealthCheckResponse.named(NAME)
                        .status(missing == 0)
                        .withData("missingChanges", missing)
                        .build())
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", failure.getClass().getSimpleName())
                        .build());
    }

    private static String[] changes() {
        try (InputStream changelog =
                SchemaReadiness.class.getClassLoader().getResourceAsStream("db/changelog/changelog.yaml")) {
            if (changelog == null) {
                throw new IllegalStateException("the changelog is not on the class path");
            }
            return CHANGE.matcher(new String(changelog.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(change -> change.group(1))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
