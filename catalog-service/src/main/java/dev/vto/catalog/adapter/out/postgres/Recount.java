package dev.vto.catalog.adapter.out.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps the counters of projects and the keys of projects and products equal to the live rows. Whoever changes results
 * locks first, then writes, then recounts, in one transaction: the lock makes the changes of a project one after the
 * other, so each recount sees all those before it. A worker, which only ever adds, adds to the counters what it
 * inserted, under the same lock.
 */
final class Recount {

    private static final String LOCK_PROJECTS =
            """
            SELECT id FROM (SELECT id, deleted_at FROM projects WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE) locked
            WHERE deleted_at IS NULL
            """;

    private static final String LOCK_PRODUCTS =
            """
            SELECT id FROM (
              SELECT id, project_id, deleted_at FROM products WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE) locked
            WHERE deleted_at IS NULL AND project_id = ANY($2)
            """;

    /**
     * A current letter that was deleted gives way to the newest; where there was none, there is none. A deleted project
     * keeps its own for its restoration.
     */
    private static final String PROJECTS =
            """
            UPDATE projects p SET
              selected_image_number = (SELECT count(*) FROM generate_img i
                WHERE i.project_id = p.id AND i.deleted_at IS NULL AND i.is_selected),
              total_image_number = (SELECT count(*) FROM generate_img i
                WHERE i.project_id = p.id AND i.deleted_at IS NULL),
              total_video_number = (SELECT count(*) FROM generate_video v
                WHERE v.project_id = p.id AND v.deleted_at IS NULL),
              marketing_letter_key = CASE
                WHEN p.marketing_letter_key IS NULL OR p.deleted_at IS NOT NULL THEN p.marketing_letter_key
                ELSE coalesce(
                (SELECT l.id FROM marketing_letter l WHERE l.id = p.marketing_letter_key AND l.deleted_at IS NULL),
                (SELECT l.id FROM marketing_letter l
                  WHERE l.project_id = p.id AND l.deleted_at IS NULL ORDER BY l.id DESC LIMIT 1)) END,
              updated_at = now()
            WHERE p.id = ANY($1)
            """;

    private static final String PRODUCTS =
            """
            UPDATE products p SET
              generate_img_key = (SELECT i.id FROM generate_img i
                WHERE i.product_id = p.id AND i.is_selected AND i.deleted_at IS NULL
                ORDER BY i.selected_at DESC NULLS LAST, i.id DESC LIMIT 1),
              generate_video_key = (SELECT v.id FROM generate_video v
                WHERE v.product_id = p.id AND v.is_selected AND v.deleted_at IS NULL
                ORDER BY v.selected_at DESC NULLS LAST, v.id DESC LIMIT 1),
              marketing_letter_key = (SELECT l.id FROM marketing_letter l
                WHERE l.product_id = p.id AND l.deleted_at IS NULL ORDER BY l.id DESC LIMIT 1),
              updated_at = now()
            WHERE p.id = ANY($1)
            """;

    private final SqlConnection connection;
    private final UUID[] projects;
    private final UUID[] products;

    Recount(SqlConnection connection, Collection<UUID> projects, Collection<UUID> products) {
        this.connection = connection;
        this.projects = projects.toArray(UUID[]::new);
        this.products = products.toArray(UUID[]::new);
    }

    /** Which of the rows that were locked are live. */
    record Live(boolean projects, boolean products) {}

    /** Locks the rows, projects before products, each in the order of their ids. */
    Uni<Live> lock() {
        return count(LOCK_PROJECTS, Tuple.of((Object) projects)).flatMap(liveProjects -> count(
                        LOCK_PRODUCTS, Tuple.of(products, projects))
                .map(liveProducts -> new Live(liveProjects == projects.length, liveProducts == products.length)));
    }

    /** Makes counters and keys say what the live rows say now. */
    Uni<Void> run() {
        return count(PROJECTS, Tuple.of((Object) projects))
                .chain(() -> count(PRODUCTS, Tuple.of((Object) products)))
                .replaceWithVoid();
    }

    private Uni<Integer> count(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(RowSet::rowCount);
    }
}
