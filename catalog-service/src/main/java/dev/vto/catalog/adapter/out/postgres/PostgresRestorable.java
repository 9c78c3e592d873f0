package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Restorable;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Rows of one table of results: found, locked with their project and product, changed, and recounted. */
abstract class PostgresRestorable<I, T> implements Restorable<I, T> {

    private static final String PROJECT_OF =
            "SELECT project_id FROM %s WHERE id = $1 AND (deleted_at IS NULL OR deleted_at >= $2)";

    private static final String LIST_DELETED =
            """
            SELECT r.* FROM %s r
            WHERE r.project_id = $1 AND r.id < $2 AND r.deleted_at >= $4
              AND NOT EXISTS (SELECT 1 FROM products p WHERE p.id = r.product_id AND p.deleted_at IS NOT NULL)
            ORDER BY r.id DESC LIMIT $3
            """;

    private static final String PLACE = "SELECT project_id, product_id FROM %s WHERE id = $1";
    private static final String LOCK = "SELECT * FROM %s WHERE id = $1 FOR NO KEY UPDATE";

    private static final String DELETE =
            """
            UPDATE %s SET deleted_at = now(), updated_at = now(), version = version + 1 WHERE id = $1 RETURNING *
            """;

    private static final String RESTORE =
            """
            UPDATE %s SET deleted_at = NULL, updated_at = now(), version = version + 1 WHERE id = $1 RETURNING *
            """;

    private final Pool pool;
    private final Transactions transactions;
    private final String table;
    private final Function<I, UUID> uuid;
    private final Function<Row, T> mapping;

    PostgresRestorable(
            Pool pool, Transactions transactions, String table, Function<I, UUID> uuid, Function<Row, T> mapping) {
        this.pool = pool;
        this.transactions = transactions;
        this.table = table;
        this.uuid = uuid;
        this.mapping = mapping;
    }

    @Override
    public Uni<Optional<ProjectId>> projectOf(I id, Instant since) {
        return Detached.from(
                        pool.preparedQuery(PROJECT_OF.formatted(table)).execute(Tuple.of(uuid.apply(id), at(since))))
                .map(rows -> first(rows).map(row -> new ProjectId(row.getUUID("project_id"))));
    }

    @Override
    public Uni<Page<T>> listDeleted(ProjectId project, Instant since, Page.Request page) {
        return Detached.from(pool.preparedQuery(LIST_DELETED.formatted(table))
                        .execute(Tuple.of(
                                project.value(), page.before().orElse(NewestFirst.TOP), page.fetch(), at(since))))
                .map(rows -> page.page(list(rows), row -> row.getUUID("id")))
                .map(found -> new Page<>(found.items().stream().map(mapping).toList(), found.next()));
    }

    @Override
    public Uni<Optional<T>> delete(I id, Precondition precondition) {
        return changeLive(id, precondition, (connection, row) -> update(connection, DELETE, row));
    }

    @Override
    public Uni<Optional<T>> restore(I id, Instant since) {
        return change(id, (connection, row, live) -> {
            OffsetDateTime deletedAt = row.getOffsetDateTime("deleted_at");
            if (deletedAt == null) {
                return Uni.createFrom().item(Optional.of(row));
            }
            if (deletedAt.toInstant().isBefore(since)) {
                return Uni.createFrom().item(Optional.empty());
            }
            if (!live.products()) {
                throw Rejected.conflict(
                        "product_deleted", "The product that this belongs to is deleted: restore it first.");
            }
            return update(connection, RESTORE, row)
                    .call(restored -> restored(connection, row))
                    .map(Optional::of);
        });
    }

    /** What else follows when a row is back. */
    Uni<Void> restored(SqlConnection connection, Row row) {
        return Uni.createFrom().voidItem();
    }

    /** A change of a live row, under its lock. */
    interface LiveChange {

        /** @return the row after the change */
        Uni<Row> make(SqlConnection connection, Row row);
    }

    Uni<Optional<T>> changeLive(I id, Precondition precondition, LiveChange change) {
        return change(id, (connection, row, live) -> {
            if (row.getOffsetDateTime("deleted_at") != null) {
                return Uni.createFrom().item(Optional.empty());
            }
            precondition.require(row.getInteger("version"));
            return change.make(connection, row).map(Optional::of);
        });
    }

    <R> Uni<R> transaction(Function<SqlConnection, Uni<R>> work) {
        return transactions.run(work);
    }

    static Uni<RowSet<Row>> query(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private interface Change {
        Uni<Optional<Row>> make(SqlConnection connection, Row row, Recount.Live live);
    }

    private Uni<Optional<T>> change(I id, Change change) {
        UUID wanted = uuid.apply(id);
        return transactions
                .run(connection -> query(connection, PLACE.formatted(table), Tuple.of(wanted))
                        .flatMap(found -> first(found)
                                .map(place -> change(connection, wanted, place, change))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .map(changed -> changed.map(mapping));
    }

    private Uni<Optional<Row>> change(SqlConnection connection, UUID id, Row place, Change change) {
        Recount recount = new Recount(
                connection,
                List.of(place.getUUID("project_id")),
                Optional.ofNullable(place.getUUID("product_id")).stream().toList());
        return recount.lock()
                .flatMap(live -> live.projects()
                        ? query(connection, LOCK.formatted(table), Tuple.of(id))
                                .flatMap(rows ->
                                        change.make(connection, rows.iterator().next(), live))
                                .call(changed -> changed.isPresent()
                                        ? recount.run()
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Row> update(SqlConnection connection, String sql, Row row) {
        return query(connection, sql.formatted(table), Tuple.of(row.getUUID("id")))
                .map(rows -> rows.iterator().next());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return list(rows).stream().findFirst();
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
