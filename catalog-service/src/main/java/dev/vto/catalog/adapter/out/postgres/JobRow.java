package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of {@code vto_job}, with the ids of its results where the query selects them. */
final class JobRow {

    /**
     * What a query selects of a job named {@code j}, for {@link #toJob}. Results are looked for where the job's kind has
     * them: each further index that a statement reads costs the server as much as the job's row.
     */
    static final String COLUMNS =
            """
            j.id, j.project_id, j.product_id, j.user_id, j.submitted_by, j.kind, j.status, j.spec::text AS spec,
            j.priority, j.progress, j.attempt, j.max_attempts, j.next_attempt_at, j.worker, j.error_code,
            j.fail_reason, j.queued_at, j.started_at, j.finished_at, j.cancel_requested_at, j.retry_of,
            j.used_point_type, j.used_amount, j.created_at, j.updated_at,
            CASE j.kind WHEN 'IMAGE' THEN (SELECT array_agg(i.id ORDER BY i.position) FROM generate_img i
              WHERE i.job_id = j.id AND i.deleted_at IS NULL) END AS image_ids,
            CASE j.kind WHEN 'VIDEO' THEN (SELECT array_agg(v.id ORDER BY v.position) FROM generate_video v
              WHERE v.job_id = j.id AND v.deleted_at IS NULL) END AS video_ids,
            CASE j.kind WHEN 'LETTER' THEN (SELECT l.id FROM marketing_letter l
              WHERE l.job_id = j.id AND l.deleted_at IS NULL LIMIT 1) END AS letter_id
            """;

    private JobRow() {}

    static Job toJob(Row row) {
        JobKind kind = JobKind.valueOf(row.getString("kind"));
        return new Job(
                new JobId(row.getUUID("id")),
                new ProjectId(row.getUUID("project_id")),
                orNull(row.getUUID("product_id"), ProductId::new),
                new UserId(row.getUUID("user_id")),
                orNull(row.getUUID("submitted_by"), UserId::new),
                kind,
                JobStatus.valueOf(row.getString("status")),
                JobSpecJson.read(kind, row.getString("spec")),
                row.getInteger("priority"),
                row.getFloat("progress"),
                null,
                new Job.Run(
                        row.getInteger("attempt"),
                        row.getInteger("max_attempts"),
                        instant(row, "next_attempt_at"),
                        row.getString("worker"),
                        row.getString("error_code"),
                        row.getString("fail_reason"),
                        instant(row, "queued_at"),
                        instant(row, "started_at"),
                        instant(row, "finished_at"),
                        instant(row, "cancel_requested_at")),
                new Job.Results(
                        ids(row, "image_ids", ImageId::new),
                        ids(row, "video_ids", VideoId::new),
                        orNull(row.getUUID("letter_id"), LetterId::new)),
                orNull(row.getUUID("retry_of"), JobId::new),
                row.getString("used_point_type"),
                row.getInteger("used_amount"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    static <T> @Nullable T orNull(@Nullable UUID id, Function<UUID, T> make) {
        return id == null ? null : make.apply(id);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> ids(Row row, String column, Function<UUID, T> make) {
        UUID[] ids = row.getArrayOfUUIDs(column);
        return ids == null ? List.of() : Arrays.stream(ids).map(make).toList();
    }
}
