package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.domain.deletion.Subtree.Top;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Every call is one transaction: it locks roots that nobody else is at, takes the rows of the first of their tables that
 * has any, removes their files, and commits. A file that is gone while its row still stands is removed once more, to no
 * effect, when the row goes.
 */
@ApplicationScoped
class PostgresGraveyard implements Graveyard {

    /** From the leaves, which may be deleted alone, to the roots of the largest subtrees. */
    private static final List<SubtreeTable> ORDER = Arrays.stream(SubtreeTable.values())
            .filter(SubtreeTable::marksDeletion)
            .toList();

    private static final String ROOTS =
            """
            SELECT id FROM %s WHERE deleted_at < $1 ORDER BY deleted_at LIMIT $2 FOR UPDATE SKIP LOCKED
            """;

    private static final String NEXT = "SELECT id FROM %s WHERE %s LIMIT $2";
    private static final String REMOVE = "DELETE FROM %s WHERE id = ANY($1) RETURNING *";

    /** Nothing that stays may hold on to a job that goes; attempts go with it. */
    private static final List<String> LET_GO_OF_JOBS = List.of(
            "UPDATE generate_img SET job_id = NULL WHERE job_id = ANY($1)",
            "UPDATE generate_video SET job_id = NULL WHERE job_id = ANY($1)",
            "UPDATE marketing_letter SET job_id = NULL WHERE job_id = ANY($1)");

    private final Transactions transactions;
    private final MediaFiles files;

    PostgresGraveyard(Transactions transactions, MediaFiles files) {
        this.transactions = transactions;
        this.files = files;
    }

    @Override
    public Uni<Integer> removeNext(Instant before, int most) {
        OffsetDateTime time = before.atOffset(ZoneOffset.UTC);
        return transactions.run(connection -> first(ORDER.stream()
                .map(table -> (Supplier<Uni<Integer>>)
                        () -> ids(connection, ROOTS.formatted(table.table), Tuple.of(time, most))
                                .chain(roots -> roots.length == 0
                                        ? Uni.createFrom().item(0)
                                        : removeNext(connection, table, roots, most)))
                .toList()));
    }

    private Uni<Integer> removeNext(SqlConnection connection, SubtreeTable of, UUID[] roots, int most) {
        Top top = of.top;
        if (top == null) {
            return remove(connection, of, roots);
        }
        List<Supplier<Uni<Integer>>> steps = SubtreeTable.within(top).stream()
                .map(table -> (Supplier<Uni<Integer>>) () -> ids(
                                connection,
                                NEXT.formatted(table.table, table.belongs(top)),
                                Tuple.tuple().addArrayOfUUID(roots).addInteger(most))
                        .chain(rows -> remove(connection, table, rows)))
                .toList();
        return first(steps);
    }

    private Uni<Integer> remove(SqlConnection connection, SubtreeTable table, UUID[] rows) {
        if (rows.length == 0) {
            return Uni.createFrom().item(0);
        }
        Tuple ids = Tuple.of((Object) rows);
        Uni<Void> letGo = Uni.createFrom().voidItem();
        if (table == SubtreeTable.JOBS) {
            for (String sql : LET_GO_OF_JOBS) {
                letGo = letGo.chain(
                        () -> connection.preparedQuery(sql).execute(ids).replaceWithVoid());
            }
        }
        if (table == SubtreeTable.USERS) {
            for (UUID user : rows) {
                letGo = letGo.chain(() -> files.removeAllOf(new UserId(user)));
            }
        }
        return letGo.chain(() ->
                        connection.preparedQuery(REMOVE.formatted(table.table)).execute(ids))
                .call(removed -> new RowFiles(connection, files).removeOf(removed))
                .replaceWith(rows.length);
    }

    private static Uni<UUID[]> ids(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toArray(UUID[]::new));
    }

    /** The first step that removes something ends the row of them. */
    private static Uni<Integer> first(List<Supplier<Uni<Integer>>> steps) {
        Uni<Integer> removed = Uni.createFrom().item(0);
        for (Supplier<Uni<Integer>> step : steps) {
            removed = removed.chain(count -> count > 0 ? Uni.createFrom().item(count) : step.get());
        }
        return removed;
    }
}
