package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves one job with its events, where its project and product live and there is room for it. */
final class JobSubmission {

    /** The product is looked for through the project, so that the project is locked first. */
    private static final String SUBMIT =
            """
            WITH project AS (
              SELECT id FROM projects WHERE id = $3 AND deleted_at IS NULL FOR KEY SHARE
            ), product AS (
              SELECT r.id FROM project JOIN products r ON r.project_id = project.id
              WHERE r.id = $4 AND r.deleted_at IS NULL FOR KEY SHARE OF r
            ), j AS (
              INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank,
                                   max_attempts, retry_of, used_point_type, used_amount, traceparent, status)
              SELECT $1, $2, project.id, $4, $5, $6, $7, $8, vto_next_rank($2, $8),
                     $9, $10, $11, $12, $13, 'PENDING'
              FROM project WHERE ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM product)) %%s
              RETURNING *
            ), doorbell AS (%s), queued AS (%s)
            SELECT %s FROM j
            """
                    .formatted(
                            OutboxSql.insert(JobEventType.REQUESTED, "j", PostgresJobs.SOURCE),
                            OutboxSql.insert(JobEventType.QUEUED, "j", PostgresJobs.SOURCE),
                            JobRow.COLUMNS);

    private static final String WHERE_IS_ROOM =
            """
            AND (SELECT count(*) FROM vto_job o
                   WHERE o.user_id = $2 AND o.status IN ('PENDING', 'QUEUED', 'RUNNING')) < $14
            """;

    private static final String LIVE =
            """
            SELECT EXISTS (SELECT 1 FROM projects WHERE id = $1 AND deleted_at IS NULL) AS project,
              $2::uuid IS NULL
                OR EXISTS (SELECT 1 FROM products WHERE id = $2 AND project_id = $1 AND deleted_at IS NULL) AS product
            """;

    private final Transactions transactions;
    private final NewJob job;
    private final @Nullable String trace;

    JobSubmission(Transactions transactions, NewJob job) {
        this.transactions = transactions;
        this.job = job;
        this.trace = TraceContext.current();
    }

    Uni<Job> submit(Cap openJobs) {
        Uni<RowSet<Row>> submitted = openJobs.bounds()
                ? transactions.run(connection -> connection
                        .preparedQuery(Capped.LOCK_OWNER)
                        .execute(Tuple.of(job.ownerId().value()))
                        .chain(() -> connection
                                .preparedQuery(SUBMIT.formatted(WHERE_IS_ROOM))
                                .execute(row().addInteger(openJobs.most()))))
                : transactions.query(SUBMIT.formatted(""), row());
        return submitted.chain(rows -> rows.size() == 0
                ? refused(openJobs)
                : Uni.createFrom().item(() -> JobRow.toJob(rows.iterator().next())));
    }

    /** Looked up afterwards, so that what is accepted takes one statement. */
    private Uni<Job> refused(Cap openJobs) {
        return transactions
                .query(LIVE, Tuple.of(job.projectId().value(), product()))
                .map(rows -> rows.iterator().next())
                .map(live -> {
                    if (!live.getBoolean("project")) {
                        throw Rejected.notFound("project");
                    }
                    throw live.getBoolean("product") ? openJobs.exceeded() : Product.unknown();
                });
    }

    private @Nullable UUID product() {
        return Optional.ofNullable(job.productId()).map(ProductId::value).orElse(null);
    }

    private Tuple row() {
        return Tuple.tuple()
                .addUUID(job.id().value())
                .addUUID(job.ownerId().value())
                .addUUID(job.projectId().value())
                .addUUID(product())
                .addUUID(job.submittedBy().value())
                .addString(job.spec().kind().name())
                .addValue(new JsonObject(JobSpecJson.write(job.spec())))
                .addShort((short) job.priority())
                .addInteger(job.maxAttempts())
                .addUUID(Optional.ofNullable(job.retryOf()).map(JobId::value).orElse(null))
                .addString(job.usedPointType())
                .addInteger(job.usedAmount())
                .addString(trace);
    }
}
