package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.JobQueue.Swept;
import dev.vto.worker.domain.LostRun;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** What falls due by the clock: the end of a backoff, and the end of a lease. */
final class Sweep {

    private static final String DUE =
            """
            WITH j AS (
              UPDATE vto_job SET next_attempt_at = NULL, updated_at = now()
              WHERE id IN (SELECT id FROM vto_job WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at <= now()
                           ORDER BY next_attempt_at LIMIT 500 FOR UPDATE SKIP LOCKED)
              RETURNING *
            ), doorbell AS (%s)
            SELECT id FROM j
            """
                    .formatted(JobEvents.of(JobEventType.REQUESTED));

    private static final String RESCUE =
            """
            WITH one AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(7038031501912) AS mine), lost AS MATERIALIZED (
              SELECT id FROM vto_job
              WHERE (SELECT mine FROM one) AND status = 'RUNNING'
                AND heartbeat_at < now() - $1::bigint * interval '1 millisecond'
              ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED
            ), j AS (
              UPDATE vto_job v SET losses = losses + 1, attempt = attempt - 1, heartbeat_at = NULL, updated_at = now(),
                status = CASE WHEN cancel_requested_at IS NOT NULL THEN 'CANCELED'
                  WHEN losses + 1 >= $2 THEN 'FAILED' ELSE 'QUEUED' END,
                error_code = CASE WHEN cancel_requested_at IS NULL AND losses + 1 >= $2 THEN 'worker_lost' END,
                fail_reason = CASE WHEN cancel_requested_at IS NULL AND losses + 1 >= $2 THEN $3 END,
                finished_at = CASE WHEN cancel_requested_at IS NOT NULL OR losses + 1 >= $2 THEN now() END
              FROM lost WHERE v.id = lost.id RETURNING v.*
            ), attempts AS (
              INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome, error_code)
              SELECT id, claim, attempt + 1, worker, started_at, 'lost', 'worker_lost' FROM j
            ), queued AS (%s), failed AS (%s), canceled AS (%s), doorbell AS (%s)
            SELECT id, user_id, claim FROM j
            """
                    .formatted(
                            JobEvents.where(JobEventType.QUEUED, "status = 'QUEUED'"),
                            JobEvents.where(JobEventType.FAILED, "status = 'FAILED'"),
                            JobEvents.where(JobEventType.CANCELED, "status = 'CANCELED'"),
                            JobEvents.where(JobEventType.REQUESTED, "status = 'QUEUED'"));

    private final Database database;

    Sweep(Database database) {
        this.database = database;
    }

    Uni<Swept> once(Duration lease, int maxLosses) {
        return database.query(DUE, Tuple.tuple()).flatMap(due -> database.query(
                        RESCUE, Tuple.of(lease.toMillis(), maxLosses, FailureCode.WORKER_LOST.sentence()))
                .map(lost ->
                        new Swept(due.size(), lost.stream().map(Sweep::lostRun).toList())));
    }

    private static LostRun lostRun(Row row) {
        return new LostRun(new UserId(row.getUUID("user_id")), new JobId(row.getUUID("id")), row.getInteger("claim"));
    }
}
