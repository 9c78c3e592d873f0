package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.catalog.domain.media.FileUse;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one row of {@code media_sweep}: whoever has locked it is at it, and where it says the round goes on. */
@ApplicationScoped
class PostgresMediaSweep implements MediaSweep {

    private static final String TAKE =
            "SELECT after_key FROM media_sweep WHERE rests_until <= clock_timestamp() FOR UPDATE SKIP LOCKED";

    private static final String GO_ON = "UPDATE media_sweep SET after_key = $1";

    private static final String REST =
            "UPDATE media_sweep SET after_key = NULL, rests_until = clock_timestamp() + make_interval(secs => $1)";

    private final Transactions transactions;
    private final Pool pool;

    PostgresMediaSweep(Transactions transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> step(Duration rest, Function<Optional<MediaKey>, Uni<Optional<MediaKey>>> step) {
        return transactions.run(connection -> connection
                .query(TAKE)
                .execute()
                .chain(taken -> taken.size() == 0
                        ? Uni.createFrom().item(false)
                        : step.apply(Optional.ofNullable(taken.iterator().next().getString("after_key"))
                                        .map(MediaKey::new))
                                .chain(last -> keep(connection, last, rest))));
    }

    @Override
    public Uni<Set<MediaKey>> unnamed(Set<MediaKey> keys) {
        Set<UUID> owners = keys.stream()
                .flatMap(key -> FileUse.of(key).stream())
                .map(use -> use.owner().value())
                .collect(Collectors.toSet());
        return new UnnamedFiles(pool).among(keys, owners);
    }

    private static Uni<Boolean> keep(SqlConnection connection, Optional<MediaKey> last, Duration rest) {
        Uni<?> kept = last.isPresent()
                ? connection.preparedQuery(GO_ON).execute(Tuple.of(last.get().value()))
                : connection.preparedQuery(REST).execute(Tuple.of(rest.toMillis() / 1000.0));
        return kept.replaceWith(last.isPresent());
    }
}
