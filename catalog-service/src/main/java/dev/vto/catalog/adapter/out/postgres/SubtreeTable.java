package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.deletion.Subtree.Top;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose rows make up a subtree, leaves first: nothing refers to a row of one from a table after it. Statements
 * name the roots as {@code $1}, an array of ids of one kind.
 */
enum SubtreeTable {
    IMAGES("generate_img", null),
    VIDEOS("generate_video", null),
    LETTERS("marketing_letter", null),
    JOBS("vto_job", null),
    PRODUCTS("products", Top.PRODUCT),
    PROJECTS("projects", Top.PROJECT),
    COLLECTIONS("collections", Top.COLLECTION),
    USERS("users", Top.ACCOUNT);

    final String table;

    /** Of what subtrees its rows are roots, or null for leaves. */
    final @Nullable Top top;

    SubtreeTable(String table, @Nullable Top top) {
        this.table = table;
        this.top = top;
    }

    /** The table of the roots themselves. */
    static SubtreeTable of(Top top) {
        return Arrays.stream(values())
                .filter(table -> table.top == top)
                .findFirst()
                .orElseThrow();
    }

    /** Those that hold rows of such a subtree, leaves first, its root last. */
    static List<SubtreeTable> within(Top top) {
        return Arrays.stream(values())
                .filter(table -> table.ordinal() <= of(top).ordinal())
                .toList();
    }

    /** Whether a row says by itself that it is deleted; a job ends instead. */
    boolean marksDeletion() {
        return this != JOBS;
    }

    /** The condition by which a row of this table belongs to the roots {@code $1}. */
    String belongs(Top roots) {
        if (roots == top) {
            return "id = ANY($1)";
        }
        return switch (roots) {
            case ACCOUNT -> "user_id = ANY($1)";
            case COLLECTION ->
                this == PROJECTS
                        ? "collection_id = ANY($1)"
                        : "project_id IN (SELECT id FROM projects WHERE collection_id = ANY($1))";
            case PROJECT -> "project_id = ANY($1)";
            case PRODUCT -> "product_id = ANY($1)";
        };
    }

    /** The rows of this table that hold the roots {@code $1} from directly above. */
    String holds(Top roots) {
        return "id IN (SELECT %s FROM %s WHERE id = ANY($1))".formatted(parentColumn(roots), of(roots).table);
    }

    /** The table of what holds such a root, or this very one for accounts, which nothing holds. */
    static SubtreeTable parentOf(Subtree.Top top) {
        return switch (top) {
            case ACCOUNT, COLLECTION -> USERS;
            case PROJECT -> COLLECTIONS;
            case PRODUCT -> PROJECTS;
        };
    }

    private static String parentColumn(Top top) {
        return switch (top) {
            case ACCOUNT -> "id";
            case COLLECTION -> "user_id";
            case PROJECT -> "collection_id";
            case PRODUCT -> "project_id";
        };
    }
}
