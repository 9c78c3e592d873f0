package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.domain.Precondition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Images or videos. */
abstract class PostgresPictures<I, T> extends PostgresRestorable<I, T> implements Pictures<I, T> {

    /** Written under the project's lock, so that the times rise with the order of the selections. */
    private static final String SELECT =
            """
            UPDATE %s SET is_selected = $2, selected_at = CASE WHEN $2 THEN clock_timestamp() END,
              updated_at = now(), version = version + 1
            WHERE id = $1 RETURNING *
            """;

    private final String select;

    PostgresPictures(
            Pool pool, Transactions transactions, String table, Function<I, UUID> uuid, Function<Row, T> mapping) {
        super(pool, transactions, table, uuid, mapping);
        this.select = SELECT.formatted(table);
    }

    @Override
    public Uni<Optional<T>> select(I id, boolean selected, Precondition precondition) {
        return changeLive(id, precondition, (connection, row) -> {
            boolean now = Boolean.TRUE.equals(row.getBoolean("is_selected"));
            return now == selected
                    ? Uni.createFrom().item(row)
                    : query(connection, select, Tuple.of(row.getUUID("id"), selected))
                            .map(rows -> rows.iterator().next());
        });
    }
}
