package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Exports;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** Reads through cursors of one read-only transaction, which ends when the reader has all, fails or goes away. */
@ApplicationScoped
class PostgresExports implements Exports {

    /** Rows that are in memory at once. */
    private static final int FETCH = 100;

    private static final String BEGIN =
            """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL timezone = 'UTC'
            """;

    private final Pool pool;

    PostgresExports(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Multi<Entry> of(UserId user) {
        return Multi.createFrom()
                .resourceFromUni(this::open, session -> entries(session.connection(), user))
                .withFinalizer(Session::close);
    }

    private record Session(SqlConnection connection, Transaction transaction) {

        /** Nothing was written: there is nothing to keep, however it ended. */
        Uni<Void> close() {
            return transaction.rollback().onFailure().recoverWithNull().chain(connection::close);
        }
    }

    private Uni<Session> open() {
        return pool.getConnection().chain(connection -> connection
                .begin()
                .call(() -> connection.query(BEGIN).execute())
                .map(transaction -> new Session(connection, transaction))
                .onFailure()
                .call(connection::close));
    }

    private static Multi<Entry> entries(SqlConnection connection, UserId user) {
        return Multi.createFrom()
                .items(Arrays.stream(Section.values()))
                .onItem()
                .transformToMultiAndConcatenate(section -> read(connection, section, user));
    }

    private static Multi<Entry> read(SqlConnection connection, Section section, UserId user) {
        return connection
                .prepare("SELECT row_to_json(e)::text AS entry FROM (" + ExportSql.of(section) + ") e")
                .onItem()
                .transformToMulti(statement -> statement
                        .createStream(FETCH, Tuple.of(user.value()))
                        .toMulti()
                        .onTermination()
                        .call(statement::close))
                .map(row -> new Entry(section, row.getString("entry")));
    }
}
