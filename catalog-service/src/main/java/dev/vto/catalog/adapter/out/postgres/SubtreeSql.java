package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.deletion.Subtree.Top;
import java.util.stream.Collectors;

/** Statements over subtrees: written once, for roots of every kind. */
final class SubtreeSql {

    private static final String UNFINISHED = "status IN ('PENDING', 'QUEUED', 'RUNNING')";

    private SubtreeSql() {}

    /** The root {@code $1} as {@link dev.vto.catalog.domain.deletion.Root} tells it. */
    static String root(Top top) {
        SubtreeTable table = SubtreeTable.of(top);
        String parentLives = top == Top.ACCOUNT
                ? "true"
                : "EXISTS (SELECT 1 FROM %s p WHERE p.%s AND p.deleted_at IS NULL)"
                        .formatted(
                                SubtreeTable.parentOf(top).table,
                                SubtreeTable.parentOf(top).holds(top));
        String shares =
                switch (top) {
                    case ACCOUNT, COLLECTION -> "NULL::jsonb";
                    case PROJECT -> "r.shard_user_list";
                    case PRODUCT -> "(SELECT p.shard_user_list FROM projects p WHERE p.id = r.project_id)";
                };
        return "SELECT r.%s AS owner_id, %s AS shares, r.version, r.deleted_at, %s AS parent_lives FROM %s r WHERE %s"
                .formatted(top == Top.ACCOUNT ? "id" : "user_id", shares, parentLives, table.table, "id = ANY($1)");
    }

    /** Locks the unfinished jobs. */
    static String lockJobs(Top top) {
        return "SELECT id FROM vto_job WHERE %s AND %s ORDER BY id FOR UPDATE"
                .formatted(SubtreeTable.JOBS.belongs(top), UNFINISHED);
    }

    /** Unfinished jobs apart from {@code $2}. */
    static String otherJobs(Top top) {
        return "SELECT 1 FROM vto_job WHERE %s AND %s AND id <> ALL($2) LIMIT 1"
                .formatted(SubtreeTable.JOBS.belongs(top), UNFINISHED);
    }

    /**
     * Locks the rows of a table that belong to the subtree or hold it from directly above. A project and a product are
     * locked against whatever refers to them, so that a submission that is under way is waited for. A collection is
     * not: a project's second update in a transaction has its reference to the collection checked anew, by whoever holds
     * the project and must not wait for those that hold the collection and wait for the project.
     */
    static String lock(SubtreeTable table, Top top) {
        String rows = table == SubtreeTable.parentOf(top) ? table.holds(top) : table.belongs(top);
        String strength = table == SubtreeTable.COLLECTIONS ? "NO KEY UPDATE" : "UPDATE";
        return "SELECT id FROM %s WHERE %s ORDER BY id FOR %s".formatted(table.table, rows, strength);
    }

    /** Marks what is live as deleted at {@code $2}, in all tables at once. */
    static String delete(Top top) {
        return mark(top, "$2", "deleted_at IS NULL");
    }

    /** Brings back what was deleted at {@code $2}, in all tables at once. */
    static String restore(Top top) {
        return mark(top, "NULL", "deleted_at = $2");
    }

    /** How many rows of a table the owner {@code $3} has, and how many a restoration would bring back. */
    static String room(SubtreeTable table, Top top) {
        return """
                SELECT (SELECT count(*) FROM %1$s WHERE user_id = $3 AND deleted_at IS NULL) AS live,
                  (SELECT count(*) FROM %1$s WHERE %2$s AND deleted_at = $2) AS coming
                """
                .formatted(table.table, table.belongs(top));
    }

    private static String mark(Top top, String to, String of) {
        return SubtreeTable.within(top).stream()
                .filter(SubtreeTable::marksDeletion)
                .map(table -> "%s AS (UPDATE %s SET deleted_at = %s WHERE %s AND %s)"
                        .formatted(table.name().toLowerCase(), table.table, to, table.belongs(top), of))
                .collect(Collectors.joining(", ", "WITH ", " SELECT $2::timestamptz"));
    }
}
