package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.stage.Seller;
import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.event.JobEventType;

/**
 * What it takes to save one job by itself: where project and product live, the job with its rank, and its two events. The
 * catalog saves many by one such statement. Values are literals, for pgbench, which sends the same ones over and over.
 */
final class SubmitSql {

    private static final String SOURCE = "jsonb_build_object('source', '/catalog-service')";

    private static final String SUBMIT =
            """
            WITH project AS (
              SELECT id FROM projects WHERE id = '%1$s'::uuid AND deleted_at IS NULL FOR KEY SHARE
            ), product AS (
              SELECT r.id FROM project JOIN products r ON r.project_id = project.id
              WHERE r.id = '%2$s'::uuid AND r.deleted_at IS NULL FOR KEY SHARE OF r
            ), j AS (
              INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank,
                                   max_attempts, used_amount, traceparent, status)
              SELECT uuidv7(), '%3$s'::uuid, project.id, '%2$s'::uuid, '%3$s'::uuid, 'IMAGE', CAST(('%4$s') AS jsonb),
                     5::smallint, 1 + greatest(
                       pg_sequence_last_value('vto_rank_clock_5'::regclass),
                       (SELECT max(v.rank) FROM vto_job v WHERE v.user_id = '%3$s'::uuid AND v.priority = 5::smallint
                          AND v.status IN ('PENDING', 'QUEUED')),
                       0), 5, 0,
                     '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'PENDING'
              FROM project WHERE EXISTS (SELECT 1 FROM product)
              RETURNING *
            ), doorbell AS (%5$s), queued AS (%6$s)
            SELECT * FROM j
            """;

    private SubmitSql() {}

    /** @param spec JSON, as the catalog stores it */
    static String of(Seller seller, String spec) {
        return SUBMIT.formatted(
                seller.project(),
                seller.product(),
                seller.user(),
                spec.replace("'", "''"),
                OutboxSql.insert(JobEventType.REQUESTED, "j", SOURCE),
                OutboxSql.insert(JobEventType.QUEUED, "j", SOURCE));
    }
}
