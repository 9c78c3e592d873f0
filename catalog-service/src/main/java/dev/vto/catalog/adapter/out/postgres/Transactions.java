package dev.vto.catalog.adapter.out.postgres;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Transactions of the PG client that outlive whoever waits for them. A larger unit of work makes its transaction known on
 * the request's Vert.x context; whatever the ports do meanwhile joins it without knowing.
 */
@ApplicationScoped
class Transactions {

    private static final String UNDER_WAY = "vto.transaction";
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
    private final Pool units;

    /**
     * @param units connections for larger units alone: they wait for others of the pool while they hold theirs, and
     *     would wait for each other if these were of the same pool
     */
    Transactions(Pool pool, @ReactiveDataSource("units") Pool units) {
        this.pool = pool;
        this.units = units;
    }

    /**
     * Runs a unit of work that others join.
     *
     * @param work must have no effect but on its transaction: it may run more than once
     */
    <T> Uni<T> unit(Function<SqlConnection, Uni<T>> work) {
        return begun(units, connection -> {
            Context context = Vertx.currentContext();
            context.putLocal(UNDER_WAY, connection);
            return work.apply(connection).onTermination().invoke(() -> context.removeLocal(UNDER_WAY));
        });
    }

    /** Whether what runs here would join a transaction. */
    boolean isUnderWay() {
        return underWay().isPresent();
    }

    /**
     * Runs work in the transaction under way, or in one of its own, begun anew where PostgreSQL ended it in favour of
     * another; where work joins, the whole unit is begun anew.
     *
     * @param work must have no effect but on the connection: it may run more than once
     */
    <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> underWay().map(work).orElseGet(() -> begun(pool, work)));
    }

    /** Runs one statement, in the transaction under way or as one of its own, as {@link #run} does. */
    Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return Uni.createFrom().deferred(() -> underWay()
                .map(connection -> connection.preparedQuery(sql).execute(parameters))
                .orElseGet(() -> repeated(() -> pool.preparedQuery(sql).execute(parameters))));
    }

    static Optional<Row> first(RowSet<Row> rows) {
        return Optional.of(rows.iterator()).filter(Iterator::hasNext).map(Iterator::next);
    }

    private static <T> Uni<T> begun(Pool from, Function<SqlConnection, Uni<T>> work) {
        return repeated(() -> from.withTransaction(work));
    }

    private static <T> Uni<T> repeated(Supplier<Uni<T>> transaction) {
        return Detached.from(Uni.createFrom()
                .deferred(transaction::get)
                .onFailure(Transactions::isLostToAnother)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .expireIn(PATIENCE.toMillis()));
    }

    /** Only a context of one request alone can tell whose transaction it is. */
    private static Optional<SqlConnection> underWay() {
        return VertxContext.isOnDuplicatedContext()
                ? Optional.ofNullable(Vertx.currentContext().getLocal(UNDER_WAY))
                : Optional.empty();
    }

    private static boolean isLostToAnother(Throwable failure) {
        return failure instanceof Overtaken
                || failure instanceof PgException refusal && LOST_TO_ANOTHER.contains(refusal.getSqlState());
    }
}
