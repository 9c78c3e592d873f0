package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * PENDING, QUEUED to RUNNING. Each claim has a key of its own, which stays in its rows; where a claim was not answered,
 * the next one first looks for what has its key, so that what was claimed all the same runs as if nothing had been. Moves the fair-rank clocks on to what it claims, never back: of claims at the same instant
 * only one moves a clock, and the others neither wait nor move it, so that it may lag by what they claim until the next.
 */
final class Claim {

    /** Whoever moves the clock of a priority holds the advisory lock (this, priority) meanwhile. */
    static final int CLOCK_LOCK = 703803151;

    /**
     * So many rounds below its clock a priority is always looked through: those who submit read the clock a moment before
     * their job can be seen.
     */
    static final int SLACK = 250;

    /**
     * One priority after the other, the most urgent first, and the next only where the one before did not fill the slots:
     * a join with what each of them holds goes through them in their order, and stops when it has enough.
     */
    private static final String TAKE =
            """
            WITH floor AS MATERIALIZED (
              SELECT priority, coalesce(pg_sequence_last_value(('vto_rank_clock_' || priority)::regclass), 0) - %d AS rank
              FROM generate_series(9, 0, -1) AS priority
            ), next AS MATERIALIZED (
              SELECT n.* FROM floor f CROSS JOIN LATERAL (
                SELECT v.id, v.rank <= f.rank AS below,
                  extract(epoch FROM now() - CASE WHEN v.claim = 0 THEN v.created_at ELSE v.updated_at END)::float8 AS waited
                FROM vto_job v
                WHERE v.priority = f.priority AND v.rank > CASE WHEN $5 THEN -1 ELSE f.rank END
                  AND v.status IN ('PENDING', 'QUEUED') AND v.next_attempt_at IS NULL AND v.kind = ANY($3)
                ORDER BY v.rank, v.id LIMIT $1 FOR UPDATE SKIP LOCKED) n
              LIMIT $1
            ), j AS (
              UPDATE vto_job SET status = 'RUNNING', worker = $2, claim = claim + 1, claim_key = $4,
                attempt = attempt + 1, started_at = now(), heartbeat_at = now(), queued_at = coalesce(queued_at, now()), progress = 0,
                error_code = NULL, fail_reason = NULL, updated_at = now()
              WHERE id IN (SELECT id FROM next) RETURNING *
            ), events AS (%s), clocks AS (
              SELECT setval(c.clock, greatest(c.highest, coalesce(pg_sequence_last_value(c.clock), 0)))
              FROM (SELECT ('vto_rank_clock_' || priority)::regclass AS clock, max(rank) AS highest, priority
                    FROM j GROUP BY priority) c
              WHERE pg_try_advisory_xact_lock(%d, c.priority)
            )
            SELECT j.traceparent, n.waited, n.below, j.id, j.claim, j.attempt, j.max_attempts, j.user_id, j.project_id,
              j.product_id, j.kind, j.spec::text AS spec, (SELECT count(*) FROM clocks)
            FROM j JOIN next n ON n.id = j.id ORDER BY j.priority DESC, j.rank, j.id
            """
                    .formatted(SLACK, JobEvents.of(JobEventType.STARTED), CLOCK_LOCK);

    /** How long they waited is known of those that were claimed for the first time. */
    private static final String FIND =
            """
            UPDATE vto_job SET heartbeat_at = now(), updated_at = now() WHERE status = 'RUNNING' AND claim_key = $1
            RETURNING traceparent,
              CASE WHEN claim = 1 THEN extract(epoch FROM started_at - created_at) ELSE 0 END::float8 AS waited,
              id, claim, attempt, max_attempts, user_id, project_id, product_id, kind, spec::text AS spec
            """;

    private final Database database;
    private final EndWithoutResults ends;
    private final String worker;
    private final String[] kinds;
    private final WholeScans wholeScans;
    private final Queue<UUID> unanswered = new ConcurrentLinkedQueue<>();

    Claim(Database database, EndWithoutResults ends, String worker, Collection<JobKind> kinds, WholeScans wholeScans) {
        this.database = database;
        this.ends = ends;
        this.worker = worker;
        this.kinds = kinds.stream().map(Enum::name).toArray(String[]::new);
        this.wholeScans = wholeScans;
    }

    Uni<List<ClaimedJob>> upTo(int most) {
        UUID key = unanswered.poll();
        return key == null
                ? take(most)
                : keyed(key, database.query(FIND, Tuple.of(key)))
                        .flatMap(this::readable)
                        .chain(found ->
                                found.isEmpty() ? take(most) : Uni.createFrom().item(found));
    }

    private Uni<List<ClaimedJob>> take(int most) {
        UUID key = UUID.randomUUID();
        boolean whole = wholeScans.isDue();
        return keyed(key, database.queryInOrder(TAKE, Tuple.of(most, worker, kinds, key, whole)))
                .invoke(rows -> {
                    if (whole) {
                        wholeScans.done(rows.stream().anyMatch(row -> row.getBoolean("below")));
                    }
                })
                .flatMap(this::readable);
    }

    private Uni<List<Row>> keyed(UUID key, Uni<List<Row>> answer) {
        return answer.onFailure().invoke(() -> unanswered.add(key));
    }

    private Uni<List<ClaimedJob>> readable(List<Row> rows) {
        List<ClaimedJob> jobs = new ArrayList<>();
        Uni<Ended> refused = Uni.createFrom().nullItem();
        for (Row row : rows) {
            try {
                jobs.add(job(row));
            } catch (IllegalArgumentException e) {
                refused = refused.chain(() -> refuse(row, e));
            }
        }
        return refused.replaceWith(jobs);
    }

    /** A job that cannot be read must not take with it those that were claimed in the same breath. */
    private Uni<Ended> refuse(Row row, IllegalArgumentException unreadable) {
        GenerationFailed failure = new GenerationFailed(
                FailureCode.INTERNAL, FailureCode.INTERNAL.sentence(), unreadable.getMessage(), null, unreadable);
        return ends.fail(new JobId(row.getUUID("id")), row.getInteger("claim"), failure)
                .onFailure()
                .recoverWithNull();
    }

    private static ClaimedJob job(Row row) {
        UUID product = row.getUUID("product_id");
        return new ClaimedJob(
                new JobId(row.getUUID("id")),
                row.getInteger("claim"),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                new UserId(row.getUUID("user_id")),
                new ProjectId(row.getUUID("project_id")),
                product == null ? null : new ProductId(product),
                JobSpecJson.read(JobKind.valueOf(row.getString("kind")), row.getString("spec")),
                Duration.ofNanos((long) (Math.max(0, row.getDouble("waited")) * 1e9)),
                row.getString("traceparent"));
    }
}
