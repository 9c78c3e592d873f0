package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** RUNNING to FAILED or back to QUEUED: every end of a run but success; CANCELED where that was asked for. */
final class EndWithoutResults {

    private static final String SQL =
            """
            WITH j AS (
              UPDATE vto_job SET
                status = CASE WHEN cancel_requested_at IS NULL THEN $3 ELSE 'CANCELED' END,
                attempt = attempt - $4, error_code = $5, fail_reason = $6,
                next_attempt_at = CASE WHEN cancel_requested_at IS NULL
                  THEN now() + $7::bigint * interval '1 millisecond' END,
                finished_at = CASE WHEN $3 = 'QUEUED' AND cancel_requested_at IS NULL THEN NULL ELSE now() END,
                heartbeat_at = NULL, updated_at = now()
              WHERE id = $1 AND claim = $2 AND status = 'RUNNING' RETURNING *
            ), attempts AS (
              INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome, error_code, detail)
              SELECT id, claim, attempt + $4, worker, started_at, $8, $5, $9 FROM j
            ), events AS (%s), canceled AS (%s), doorbell AS (%s)
            SELECT status FROM j
            """;

    private static final String FAIL = sql(JobEventType.FAILED, "false");
    private static final String RETRY_LATER = sql(JobEventType.RETRYING, "false");
    private static final String HAND_BACK = sql(JobEventType.QUEUED, "status = 'QUEUED'");

    private static final String ENDED_AS =
            "SELECT status FROM vto_job WHERE id = $1 AND claim = $2 AND status <> 'RUNNING'";

    private static final int LONGEST_DETAIL = 2000;

    private final Database database;

    EndWithoutResults(Database database) {
        this.database = database;
    }

    Uni<Ended> fail(JobId job, int claim, GenerationFailed failure) {
        return end(FAIL, job, claim, "FAILED", 0, failure, null, "failed");
    }

    Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return end(RETRY_LATER, job.id(), job.claim(), "QUEUED", 0, failure, delay.toMillis(), "retrying");
    }

    Uni<Ended> handBack(ClaimedJob job) {
        return end(HAND_BACK, job.id(), job.claim(), "QUEUED", 1, null, null, "interrupted");
    }

    private Uni<Ended> end(
            String sql,
            JobId job,
            int claim,
            String status,
            int uncounted,
            @Nullable GenerationFailed failure,
            @Nullable Long delayMillis,
            String outcome) {
        Tuple parameters = Tuple.tuple()
                .addUUID(job.value())
                .addInteger(claim)
                .addString(status)
                .addInteger(uncounted)
                .addString(failure == null ? null : failure.code().wireName())
                .addString(failure == null ? null : failure.sentence())
                .addLong(delayMillis)
                .addString(outcome)
                .addString(failure == null ? null : bounded(failure.getMessage()));
        return database.insist(() -> database.first(sql, parameters)
                .flatMap(written -> written.isPresent()
                        ? Uni.createFrom().item(written)
                        // An earlier commit of this very end may have stood, and only its reply was lost.
                        : database.first(ENDED_AS, Tuple.of(job.value(), claim)))
                .map(row -> row.map(ended -> ended.getString("status"))
                        .map(ended -> ended.equals(status) ? Ended.DONE : unlike(ended))
                        .orElse(Ended.SUPERSEDED)));
    }

    private static Ended unlike(String status) {
        return status.equals("CANCELED") ? Ended.CANCELED : Ended.SUPERSEDED;
    }

    /** Without NUL, which a backend may have sent and PostgreSQL takes in no text. */
    private static String bounded(@Nullable String detail) {
        String text = String.valueOf(detail).replace('\0', '\uFFFD');
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    private static String sql(JobEventType type, String rings) {
        return SQL.formatted(
                JobEvents.where(type, "status <> 'CANCELED'"),
                JobEvents.where(JobEventType.CANCELED, "status = 'CANCELED'"),
                JobEvents.where(JobEventType.REQUESTED, rings));
    }
}
