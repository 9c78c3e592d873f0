package dev.vto.worker.adapter.out.postgres;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple3;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Runs statements, and insists on those that a passing trouble must not prevent. */
final class Database {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Longer than PostgreSQL takes to restart or to fail over: what was made must not have to be made again. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Lost connections, deadlocks and serialization failures, lack of resources, shutdowns and time-outs. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    /** A caller waits no longer for a statement; a connection whose answer is late stays out of the pool until then. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final String WITHOUT_SORTS = "SET enable_sort = off";
    private static final String WITH_SORTS = "RESET enable_sort";

    private final Pool pool;
    private final Duration deadline;

    Database(Pool pool) {
        this(pool, DEADLINE);
    }

    Database(Pool pool, Duration deadline) {
        this.pool = pool;
        this.deadline = deadline;
    }

    Uni<List<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(Database::list)
                .ifNoItem()
                .after(deadline)
                .fail();
    }

    /**
     * The same of a statement that an index is to give rows in its order. While next to nothing waits, an index in another
     * order costs as much by the statistics, and its plan is kept: it reads all that has ever waited and is not vacuumed.
     * The settings go with the statement, without waiting for an answer.
     */
    Uni<List<Row>> queryInOrder(String sql, Tuple parameters) {
        return pool.withConnection(connection -> Uni.combine()
                        .all()
                        .unis(
                                connection.query(WITHOUT_SORTS).execute(),
                                query(connection, sql, parameters),
                                connection.query(WITH_SORTS).execute())
                        .asTuple()
                        .map(Tuple3::getItem2))
                .ifNoItem()
                .after(deadline)
                .fail();
    }

    Uni<Optional<Row>> first(String sql, Tuple parameters) {
        return query(sql, parameters).map(rows -> rows.stream().findFirst());
    }

    <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).ifNoItem().after(deadline).fail();
    }

    /** Repeats a write that a passing trouble prevented. The write must know itself again where only its reply was lost. */
    <T> Uni<T> insist(Supplier<Uni<T>> write) {
        return Uni.createFrom()
                .deferred(write::get)
                .onFailure(Database::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .expireIn(PATIENCE.toMillis());
    }

    static Uni<List<Row>> query(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(Database::list);
    }

    private static boolean passes(Throwable trouble) {
        if (trouble instanceof PgException refusal) {
            return PASSING.contains(refusal.getSqlState().substring(0, 2));
        }
        return trouble instanceof IOException
                || trouble instanceof VertxException
                || trouble instanceof TimeoutException;
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
