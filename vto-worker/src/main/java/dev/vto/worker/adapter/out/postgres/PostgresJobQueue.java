package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Jobs in PostgreSQL. Times are the database's; each statement draws its own event. */
public final class PostgresJobQueue implements JobQueue {

    private static final String SOURCE = "jsonb_build_object('source', '/vto-worker')";

    private static final String CLAIM =
            """
            WITH next AS MATERIALIZED (
              SELECT id FROM vto_job
              WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL AND kind = ANY($3)
              ORDER BY priority DESC, rank, id LIMIT $1 FOR UPDATE SKIP LOCKED
            ), j AS (
              UPDATE vto_job SET status = 'RUNNING', worker = $2, claim = claim + 1, attempt = attempt + 1,
                started_at = now(), heartbeat_at = now(), queued_at = coalesce(queued_at, now()), progress = 0,
                error_code = NULL, fail_reason = NULL, updated_at = now()
              WHERE id IN (SELECT id FROM next) RETURNING *
            ), events AS (%s), clocks AS (
              SELECT setval('vto_rank_clock_' || c.priority, c.highest)
              FROM (SELECT priority, max(rank) AS highest FROM j GROUP BY priority) c
            )
            SELECT id, claim, attempt, max_attempts, user_id, project_id, product_id, kind, spec::text AS spec,
              (SELECT count(*) FROM clocks)
            FROM j
            """
                    .formatted(OutboxSql.insert(JobEventType.STARTED, "j", SOURCE));

    private static final String HEARTBEAT =
            """
            WITH beat AS (
              SELECT v.id, b.progress, b.progress - v.progress >= 0.05 AS moved
              FROM unnest($1::uuid[], $2::int[], $3::real[]) AS b(id, claim, progress)
              JOIN vto_job v ON v.id = b.id AND v.claim = b.claim AND v.status = 'RUNNING'
              FOR UPDATE OF v SKIP LOCKED
            ), w AS (
              UPDATE vto_job v SET heartbeat_at = now(), updated_at = now(),
                progress = CASE WHEN beat.moved THEN beat.progress ELSE v.progress END
              FROM beat WHERE v.id = beat.id RETURNING v.*, beat.moved
            ), events AS (%s)
            SELECT b.id FROM unnest($1::uuid[], $2::int[]) AS b(id, claim)
            JOIN vto_job v ON v.id = b.id AND v.claim = b.claim AND v.status = 'RUNNING'
            WHERE v.cancel_requested_at IS NULL
            """
                    .formatted(OutboxSql.insert(JobEventType.PROGRESSED, "(SELECT * FROM w WHERE moved) j", SOURCE));

    /** Every end of a run but success: guarded, and CANCELED where that was asked for. */
    private static final String END =
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

    private static final String FAIL = end(JobEventType.FAILED, "false");
    private static final String RETRY = end(JobEventType.RETRYING, "false");
    private static final String HAND_BACK = end(JobEventType.QUEUED, "true");

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
                    .formatted(OutboxSql.insert(JobEventType.REQUESTED, "j", SOURCE));

    private static final String RESCUE =
            """
            WITH one AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(7038031501912) AS mine), lost AS MATERIALIZED (
              SELECT id, started_at AS begun, worker AS loser FROM vto_job
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
            SELECT id FROM j
            """
                    .formatted(
                            only(JobEventType.QUEUED, "QUEUED"),
                            only(JobEventType.FAILED, "FAILED"),
                            only(JobEventType.CANCELED, "CANCELED"),
                            only(JobEventType.REQUESTED, "QUEUED"));

    private final Pool pool;
    private final String worker;
    private final String[] kinds;

    /** @param worker the name that this process leaves in the rows it runs */
    public PostgresJobQueue(Pool pool, String worker, Collection<JobKind> kinds) {
        this.pool = pool;
        this.worker = worker;
        this.kinds = kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return query(CLAIM, Tuple.of(most, worker, kinds))
                .map(rows ->
                        stream(rows).stream().map(PostgresJobQueue::claimed).toList());
    }

    @Override
    public Uni<Set<JobId>> heartbeat(Map<ClaimedJob, Double> progress) {
        List<ClaimedJob> jobs = new ArrayList<>(progress.keySet());
        return query(
                        HEARTBEAT,
                        Tuple.of(
                                jobs.stream().map(job -> job.id().value()).toArray(UUID[]::new),
                                jobs.stream().map(ClaimedJob::claim).toArray(Integer[]::new),
                                jobs.stream()
                                        .map(job -> Optional.ofNullable(progress.get(job))
                                                .orElse(0.0)
                                                .floatValue())
                                        .toArray(Float[]::new)))
                .map(rows -> stream(rows).stream()
                        .map(row -> new JobId(row.getUUID("id")))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return new WriteBack(pool).write(job, made);
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return ended(FAIL, job, "FAILED", 0, failure, null, "failed");
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return ended(RETRY, job, "QUEUED", 0, failure, delay.toMillis(), "retrying");
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return ended(HAND_BACK, job, "QUEUED", 1, null, null, "interrupted");
    }

    @Override
    public Uni<Integer> sweep(Duration lease, int maxLosses) {
        return query(DUE, Tuple.tuple()).map(RowSet::rowCount).onItem().transformToUni(due -> query(
                        RESCUE, Tuple.of(lease.toMillis(), maxLosses, FailureCode.WORKER_LOST.sentence()))
                .map(rows -> due + rows.rowCount()));
    }

    private Uni<Ended> ended(
            String sql,
            ClaimedJob job,
            String status,
            int uncounted,
            @Nullable GenerationFailed failure,
            @Nullable Long delayMillis,
            String outcome) {
        return query(
                        sql,
                        Tuple.tuple()
                                .addUUID(job.id().value())
                                .addInteger(job.claim())
                                .addString(status)
                                .addInteger(uncounted)
                                .addString(
                                        failure == null ? null : failure.code().wireName())
                                .addString(failure == null ? null : failure.sentence())
                                .addLong(delayMillis)
                                .addString(outcome)
                                .addString(failure == null ? null : bounded(failure.getMessage())))
                .map(rows -> stream(rows).stream()
                        .findFirst()
                        .map(row -> row.getString("status").equals(status) ? Ended.DONE : Ended.CANCELED)
                        .orElse(Ended.SUPERSEDED));
    }

    private static String bounded(@Nullable String detail) {
        String text = String.valueOf(detail);
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }

    private static String end(JobEventType type, String rings) {
        return END.formatted(
                OutboxSql.insert(type, "(SELECT * FROM j WHERE status <> 'CANCELED') j", SOURCE),
                only(JobEventType.CANCELED, "CANCELED"),
                OutboxSql.insert(
                        JobEventType.REQUESTED,
                        "(SELECT * FROM j WHERE " + rings + " AND status = 'QUEUED') j",
                        SOURCE));
    }

    private static String only(JobEventType type, String status) {
        return OutboxSql.insert(type, "(SELECT * FROM j WHERE status = '" + status + "') j", SOURCE);
    }

    private static ClaimedJob claimed(Row row) {
        UUID product = row.getUUID("product_id");
        return new ClaimedJob(
                new JobId(row.getUUID("id")),
                row.getInteger("claim"),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                new UserId(row.getUUID("user_id")),
                new ProjectId(row.getUUID("project_id")),
                product == null ? null : new ProductId(product),
                JobSpecJson.read(JobKind.valueOf(row.getString("kind")), row.getString("spec")));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }

    private static List<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
