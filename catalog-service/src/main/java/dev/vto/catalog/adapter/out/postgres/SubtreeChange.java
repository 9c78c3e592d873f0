package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One deletion or restoration within a transaction. Rows are locked first, the owner's where it matters, then jobs before
 * what they belong to, each kind in id order, so that changes that meet wait for each other. Whoever makes something new
 * takes a share of the lock on what is to hold it, and looks whether it lives.
 */
final class SubtreeChange {

    /** A project that lost its last letter with a product has a current one again. */
    private static final String CURRENT_LETTER =
            """
            UPDATE projects p SET marketing_letter_key = r.marketing_letter_key
            FROM products r WHERE r.id = ANY($1) AND p.id = r.project_id AND p.marketing_letter_key IS NULL
            """;

    private record Locked(UUID[] jobs, UUID[] projects, UUID[] products) {}

    private final SqlConnection connection;
    private final Subtree subtree;

    SubtreeChange(SqlConnection connection, Subtree subtree) {
        this.connection = connection;
        this.subtree = subtree;
    }

    Uni<Void> delete(Instant at, Consumer<Root> check) {
        return root().invoke(check)
                .call(seen -> subtree.top() == Subtree.Top.ACCOUNT
                        ? lockOwner(seen)
                        : Uni.createFrom().voidItem())
                .chain(seen -> lock())
                .call(locked -> root().invoke(check))
                .call(locked -> query(SubtreeSql.otherJobs(subtree.top()), roots().addArrayOfUUID(locked.jobs()))
                        .invoke(SubtreeChange::requireNone))
                .call(locked -> query(PostgresJobs.CANCEL, Tuple.of((Object) locked.jobs())))
                .call(locked ->
                        query(SubtreeSql.delete(subtree.top()), roots().addOffsetDateTime(at.atOffset(ZoneOffset.UTC))))
                .chain(this::recount);
    }

    Uni<Void> restore(Caps caps, Consumer<Root> check) {
        return root().invoke(check).call(this::lockOwner).chain(seen -> lock()).chain(locked -> root().invoke(check)
                .chain(root -> {
                    Instant deletedAt = root.deletedAt();
                    return deletedAt == null
                            ? Uni.createFrom().voidItem()
                            : requireRoom(root, deletedAt.atOffset(ZoneOffset.UTC), caps)
                                    .chain(() -> restore(deletedAt.atOffset(ZoneOffset.UTC), locked));
                }));
    }

    /** What the owner has is counted, and the account closed, by one after the other. */
    private Uni<Void> lockOwner(Root root) {
        return query(Capped.LOCK_OWNER, Tuple.of(root.ownerId().value())).replaceWithVoid();
    }

    private Uni<Void> requireRoom(Root root, OffsetDateTime deletedAt, Caps caps) {
        return requireRoom(root, deletedAt, SubtreeTable.COLLECTIONS, caps.collections())
                .chain(() -> requireRoom(root, deletedAt, SubtreeTable.PROJECTS, caps.projects()));
    }

    private Uni<Void> requireRoom(Root root, OffsetDateTime deletedAt, SubtreeTable table, Cap cap) {
        if (!cap.bounds() || !SubtreeTable.within(subtree.top()).contains(table)) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters =
                roots().addOffsetDateTime(deletedAt).addUUID(root.ownerId().value());
        return query(SubtreeSql.room(table, subtree.top()), parameters)
                .map(counts -> counts.iterator().next())
                .invoke(counts -> cap.requireRoom(counts.getLong("live"), counts.getLong("coming")))
                .replaceWithVoid();
    }

    private Uni<Void> restore(OffsetDateTime deletedAt, Locked locked) {
        return query(SubtreeSql.restore(subtree.top()), roots().addOffsetDateTime(deletedAt))
                .chain(() -> recount(locked))
                .chain(() -> subtree.top() == Subtree.Top.PRODUCT
                        ? query(CURRENT_LETTER, roots()).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> recount(Locked locked) {
        return new Recount(connection, List.of(locked.projects()), List.of(locked.products())).run();
    }

    private Uni<Root> root() {
        return query(SubtreeSql.root(subtree.top()), roots())
                .map(rows -> stream(rows)
                        .findFirst()
                        .orElseThrow(() -> Rejected.notFound(subtree.top().noun())))
                .map(row -> new Root(
                        subtree.top(),
                        new UserId(row.getUUID("owner_id")),
                        guests((JsonArray) row.getValue("shares")),
                        row.getInteger("version"),
                        row.getBoolean("parent_lives"),
                        JobRow.instant(row, "deleted_at")));
    }

    private Uni<Locked> lock() {
        return ids(SubtreeSql.lockJobs(subtree.top())).chain(jobs -> ids(SubtreeTable.COLLECTIONS)
                .chain(collections -> ids(SubtreeTable.PROJECTS))
                .chain(projects -> ids(SubtreeTable.PRODUCTS).map(products -> new Locked(jobs, projects, products))));
    }

    private Uni<UUID[]> ids(SubtreeTable table) {
        boolean touched =
                SubtreeTable.within(subtree.top()).contains(table) || SubtreeTable.parentOf(subtree.top()) == table;
        return touched
                ? ids(SubtreeSql.lock(table, subtree.top()))
                : Uni.createFrom().item(new UUID[0]);
    }

    private Uni<UUID[]> ids(String sql) {
        return query(sql, roots())
                .map(rows -> stream(rows).map(row -> row.getUUID("id")).toArray(UUID[]::new));
    }

    private Tuple roots() {
        return Tuple.tuple().addArrayOfUUID(new UUID[] {subtree.id()});
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private static void requireNone(RowSet<Row> rows) {
        if (rows.rowCount() > 0) {
            throw new Transactions.Overtaken("a job was submitted between the locks on jobs and on projects");
        }
    }

    private static Set<UserId> guests(@Nullable JsonArray shares) {
        return shares == null
                ? Set.of()
                : shares.stream()
                        .map(share -> new UserId(UUID.fromString(((JsonObject) share).getString("userId"))))
                        .collect(Collectors.toSet());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
