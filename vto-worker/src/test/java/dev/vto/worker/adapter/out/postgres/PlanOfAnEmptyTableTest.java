package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server keeps a plan that it made while nothing waited, and uses it when thousands do. */
class PlanOfAnEmptyTableTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = table.pool(vertx);

    @AfterEach
    void close() throws Exception {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void goesByAnIndex() {
        UUID job = UUID.fromString("01a3c5b0-0000-7000-8000-000000000001");
        table.database().execute("VACUUM ANALYZE vto_job");

        assertThat(plan(job)).contains("Index").doesNotContain("Seq Scan");
    }

    private String plan(UUID job) {
        return StreamSupport.stream(
                        pool.query("EXPLAIN SELECT status FROM vto_job WHERE id = ANY('{" + job + "}'::uuid[])")
                                .execute()
                                .await()
                                .atMost(LIMIT)
                                .spliterator(),
                        false)
                .map((Row row) -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
