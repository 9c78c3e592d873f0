package dev.vto.catalog.adapter.out.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionPropagation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Transactions of the PG client that outlive whoever waits for them. */
@ApplicationScoped
class Transactions {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Serialization failure, deadlock. */
    private static final Set<String> LOST_TO_ANOTHER = Set.of("40001", "40P01");

    /** Something came in between that the transaction has to begin with. */
    static final class Overtaken extends RuntimeException {

        Overtaken(String message) {
            super(message, null, false, false);
        }
    }

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs work in the transaction that is under way on the request's Vert.x context, or in one of its own that ends
     * with it, so that a port call can be part of a larger unit without knowing of it.
     */
    <T> Uni<T> with(Function<SqlConnection, Uni<T>> work) {
        return Detached.from(pool.withTransaction(TransactionPropagation.CONTEXT, work));
    }

    /**
     * Runs work in a transaction of its own, begun anew where PostgreSQL ended it in favour of another. It joins none:
     * one that PostgreSQL ended cannot be begun anew from within.
     *
     * @param work must have no effect but on the connection: it may run more than once
     */
    <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return Detached.from(Uni.createFrom()
                .deferred(() -> pool.withTransaction(work))
                .onFailure(Transactions::isLostToAnother)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .expireIn(PATIENCE.toMillis()));
    }

    private static boolean isLostToAnother(Throwable failure) {
        return failure instanceof Overtaken
                || failure instanceof PgException refusal && LOST_TO_ANOTHER.contains(refusal.getSqlState());
    }
}
