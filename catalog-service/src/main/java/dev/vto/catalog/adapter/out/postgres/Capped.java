package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * Inserts of which an owner may have only so many: counted under a lock on the owner, so that those that meet wait. What
 * is to hold the row is locked and looked at by the insert itself.
 */
final class Capped {

    /** Whoever counts what an owner has does so one after the other. */
    static final String LOCK_OWNER = "SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE";

    private Capped() {}

    /**
     * @param sql inserts the row if what is to hold it lives
     * @param table has {@code user_id} and {@code deleted_at}
     * @param orphan what it fails with otherwise
     */
    static Uni<Void> insert(
            SqlConnection connection,
            String sql,
            Tuple row,
            String table,
            UserId owner,
            Cap cap,
            Supplier<Rejected> orphan) {
        Uni<Void> insert = connection
                .preparedQuery(sql)
                .execute(row)
                .invoke(rows -> requireInserted(rows, orphan))
                .replaceWithVoid();
        if (!cap.bounds()) {
            return insert;
        }
        Tuple user = Tuple.of(owner.value());
        return connection
                .preparedQuery(LOCK_OWNER)
                .execute(user)
                .chain(() -> connection
                        .preparedQuery("SELECT count(*) FROM " + table + " WHERE user_id = $1 AND deleted_at IS NULL")
                        .execute(user))
                .invoke(count -> cap.requireRoom(count.iterator().next().getLong(0)))
                .chain(() -> insert);
    }

    static void requireInserted(RowSet<Row> rows, Supplier<Rejected> orphan) {
        if (rows.rowCount() == 0) {
            throw orphan.get();
        }
    }
}
