package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.adapter.postgres.Columns;
import dev.vto.shared.adapter.postgres.GroupedWrites;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Saves jobs with their events, where project and product live and there is room: all that are submitted at about the same
 * time in one transaction, but for those of a larger unit of work. Owners are locked first, so that whoever counts their
 * jobs, or gives out their rounds, sees what is committed by then.
 */
final class JobSubmissions {

    private static final String LOCK_OWNERS =
            "SELECT 1 FROM users WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE";

    /**
     * A user's next job waits one round behind the user's last that waits, never before the round that is being claimed.
     * What was saved before, with only the reply lost, is there already. Products are looked for through their projects,
     * so that these are locked first.
     */
    private static final String SUBMIT =
            """
            WITH asked AS MATERIALIZED (
              SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                $8::int[], $9::int[], $10::uuid[], $11::text[], $12::int[], $13::text[], $14::int[]) WITH ORDINALITY
                AS a(id, owner, project, product, submitter, kind, spec, priority, attempts, retried, point_type, amount,
                  trace, most, place)
            ), before AS MATERIALIZED (
              SELECT id, created_at FROM vto_job WHERE id IN (SELECT id FROM asked)
            ), project AS MATERIALIZED (
              SELECT id FROM projects WHERE id IN (SELECT project FROM asked) AND deleted_at IS NULL
              ORDER BY id FOR KEY SHARE
            ), product AS MATERIALIZED (
              SELECT r.id, r.project_id FROM project JOIN products r ON r.project_id = project.id
              WHERE r.id IN (SELECT product FROM asked) AND r.deleted_at IS NULL ORDER BY r.id FOR KEY SHARE OF r
            ), live AS MATERIALIZED (
              SELECT a.*, row_number() OVER (PARTITION BY a.owner ORDER BY a.place) AS nth,
                row_number() OVER (PARTITION BY a.owner, a.priority ORDER BY a.place) AS behind
              FROM asked a JOIN project p ON p.id = a.project
              WHERE (a.product IS NULL OR EXISTS (
                  SELECT 1 FROM product r WHERE r.id = a.product AND r.project_id = a.project))
                AND NOT EXISTS (SELECT 1 FROM before b WHERE b.id = a.id)
            ), counted AS MATERIALIZED (
              SELECT o.owner, (SELECT count(*) FROM vto_job v
                WHERE v.user_id = o.owner AND v.status IN ('PENDING', 'QUEUED', 'RUNNING')) AS jobs
              FROM (SELECT DISTINCT owner FROM live WHERE most IS NOT NULL) o
            ), line AS MATERIALIZED (
              SELECT l.owner, l.priority, greatest(
                pg_sequence_last_value(('vto_rank_clock_' || l.priority)::regclass),
                (SELECT max(v.rank) FROM vto_job v WHERE v.user_id = l.owner AND v.priority = l.priority::smallint
                   AND v.status IN ('PENDING', 'QUEUED')),
                0) AS last
              FROM (SELECT DISTINCT owner, priority FROM live) l
            ), j AS (
              INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank,
                                   max_attempts, retry_of, used_point_type, used_amount, traceparent, status)
              SELECT l.id, l.owner, l.project, l.product, l.submitter, l.kind, l.spec::jsonb, l.priority,
                line.last + l.behind, l.attempts, l.retried, l.point_type, l.amount, l.trace, 'PENDING'
              FROM live l JOIN line USING (owner, priority) LEFT JOIN counted USING (owner)
              WHERE l.most IS NULL OR counted.jobs + l.nth <= l.most
              ORDER BY l.place
              RETURNING *
            ), doorbell AS (%s), queued AS (%s)
            SELECT id, created_at FROM j UNION ALL SELECT id, created_at FROM before
            """
                    .formatted(
                            OutboxSql.insert(JobEventType.REQUESTED, "j", PostgresJobs.SOURCE),
                            OutboxSql.insert(JobEventType.QUEUED, "j", PostgresJobs.SOURCE));

    private static final String LIVE =
            """
            SELECT EXISTS (SELECT 1 FROM projects WHERE id = $1 AND deleted_at IS NULL) AS project,
              $2::uuid IS NULL
                OR EXISTS (SELECT 1 FROM products WHERE id = $2 AND project_id = $1 AND deleted_at IS NULL) AS product
            """;

    private final Transactions transactions;
    private final GroupedWrites<Submission, Optional<Instant>> groups =
            new GroupedWrites<>(Duration.ZERO, this::together, this::alone);

    JobSubmissions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A job to save, as long as its owner has less than so many that have not ended. */
    record Submission(NewJob job, Cap openJobs, @Nullable String trace) {

        @Nullable
        UUID product() {
            return Optional.ofNullable(job.productId()).map(ProductId::value).orElse(null);
        }

        @Nullable
        Integer most() {
            return openJobs.bounds() ? openJobs.most() : null;
        }
    }

    Uni<Job> submit(NewJob job, Cap openJobs) {
        Submission one = new Submission(job, openJobs, TraceContext.current());
        Uni<Optional<Instant>> saved =
                Uni.createFrom().deferred(() -> transactions.isUnderWay() ? alone(one) : groups.write(one));
        return saved.chain(at ->
                at.map(time -> Uni.createFrom().item(Job.submitted(job, time))).orElseGet(() -> refused(one)));
    }

    Uni<List<Optional<Instant>>> together(List<Submission> group) {
        return transactions.run(connection -> GroupedWrites.briefly(connection, save(connection, group)));
    }

    private Uni<Optional<Instant>> alone(Submission one) {
        return transactions.run(connection -> save(connection, List.of(one))).map(saved -> saved.get(0));
    }

    /** @return of each, in their order, when it was saved, if it was */
    private static Uni<List<Optional<Instant>>> save(SqlConnection connection, List<Submission> group) {
        UUID[] owners = group.stream()
                .map(one -> one.job().ownerId().value())
                .distinct()
                .toArray(UUID[]::new);
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(LOCK_OWNERS).execute(Tuple.of((Object) owners)),
                        connection.preparedQuery(SUBMIT).execute(columns(group)))
                .with((locked, rows) -> {
                    Map<UUID, Instant> saved = StreamSupport.stream(rows.spliterator(), false)
                            .collect(Collectors.toMap(row -> row.getUUID("id"), JobSubmissions::createdAt));
                    return group.stream()
                            .map(one ->
                                    Optional.ofNullable(saved.get(one.job().id().value())))
                            .toList();
                });
    }

    private static Tuple columns(List<Submission> group) {
        return Columns.of(group)
                .uuid(one -> one.job().id().value())
                .uuid(one -> one.job().ownerId().value())
                .uuid(one -> one.job().projectId().value())
                .uuid(Submission::product)
                .uuid(one -> one.job().submittedBy().value())
                .text(one -> one.job().spec().kind().name())
                .text(one -> JobSpecJson.write(one.job().spec()))
                .integer(one -> one.job().priority())
                .integer(one -> one.job().maxAttempts())
                .uuid(one -> Optional.ofNullable(one.job().retryOf())
                        .map(JobId::value)
                        .orElse(null))
                .text(one -> one.job().usedPointType())
                .integer(one -> one.job().usedAmount())
                .text(Submission::trace)
                .integer(Submission::most)
                .tuple();
    }

    private static Instant createdAt(Row row) {
        return row.getOffsetDateTime("created_at").toInstant();
    }

    /** Looked up afterwards, so that what is accepted is not looked up. */
    private Uni<Job> refused(Submission one) {
        return transactions
                .query(LIVE, Tuple.of(one.job().projectId().value(), one.product()))
                .map(rows -> rows.iterator().next())
                .map(live -> {
                    if (!live.getBoolean("project")) {
                        throw Rejected.notFound("project");
                    }
                    throw live.getBoolean("product") ? one.openJobs().exceeded() : Product.unknown();
                });
    }
}
