package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.event.JobEventType;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * RUNNING to SUCCEEDED: result rows, counters, keys, the job's end and its event in one transaction; CANCELED where that
 * was asked for, or where what the job belongs to is deleted. Rows are locked first, jobs before projects before
 * products, so that ends that meet wait for each other and never deadlock; no more strongly than that, so that what is
 * submitted meanwhile does not wait.
 */
final class EndWithResults {

    private static final String LOCK_JOB =
            """
            SELECT status, claim, cancel_requested_at IS NOT NULL AS canceled FROM vto_job WHERE id = $1 FOR UPDATE
            """;

    private static final String LOCK_PROJECT =
            "SELECT deleted_at IS NULL AS live FROM projects WHERE id = $1 FOR NO KEY UPDATE";

    private static final String LOCK_PRODUCTS =
            """
            SELECT deleted_at IS NULL AS live FROM products WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String COUNT =
            """
            UPDATE projects SET total_image_number = coalesce(total_image_number, 0) + $2,
              total_video_number = coalesce(total_video_number, 0) + $3,
              marketing_letter_key = coalesce($4, marketing_letter_key), updated_at = now()
            WHERE id = $1
            """;

    private static final String END =
            """
            WITH j AS (
              UPDATE vto_job SET status = $2::text, finished_at = now(), heartbeat_at = NULL, updated_at = now(),
                progress = CASE WHEN $2::text = 'SUCCEEDED' THEN 1 ELSE progress END, provider = $3
              WHERE id = $1 RETURNING *
            ), attempts AS (
              INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome)
              SELECT id, claim, attempt, worker, started_at, lower($2::text) FROM j
            )
            """;

    private static final String SUCCEED = END + JobEvents.of(JobEventType.SUCCEEDED, "$4::jsonb");
    private static final String CANCEL = END + JobEvents.of(JobEventType.CANCELED, "$4::jsonb");

    private final Database database;

    EndWithResults(Database database) {
        this.database = database;
    }

    Uni<Ended> succeed(ClaimedJob job, Made made) {
        return database.insist(() -> database.transaction(connection -> new WriteBack(connection, job, made).write()));
    }

    /** One transaction. */
    private record WriteBack(SqlConnection connection, ClaimedJob job, Made made) {

        private Uni<Ended> write() {
            return query(LOCK_JOB, Tuple.of(job.id().value())).flatMap(rows -> {
                if (rows.isEmpty() || rows.get(0).getInteger("claim") != job.claim()) {
                    return Uni.createFrom().item(Ended.SUPERSEDED);
                }
                Row row = rows.get(0);
                return switch (row.getString("status")) {
                    case "RUNNING" -> row.getBoolean("canceled") ? cancel() : succeedOrCancel();
                    // An earlier commit of this very run stood, and only its reply was lost.
                    case "SUCCEEDED" -> Uni.createFrom().item(Ended.DONE);
                    case "CANCELED" -> Uni.createFrom().item(Ended.CANCELED);
                    default -> Uni.createFrom().item(Ended.SUPERSEDED);
                };
            });
        }

        private Uni<Ended> succeedOrCancel() {
            UUID[] products = Stream.concat(
                            made.pictures().stream().map(Made.Picture::productId), Stream.ofNullable(job.productId()))
                    .map(product -> product.value())
                    .distinct()
                    .toArray(UUID[]::new);
            return query(LOCK_PROJECT, Tuple.of(job.projectId().value()))
                    .flatMap(project -> query(LOCK_PRODUCTS, Tuple.of((Object) products))
                            .map(found -> live(project, 1) && live(found, products.length)))
                    .flatMap(live -> live ? succeed() : cancel());
        }

        private Uni<Ended> succeed() {
            ResultRows rows = new ResultRows(connection, job, made.origin());
            JsonObject results = new JsonObject();
            Uni<Void> written = Uni.createFrom().voidItem();
            if (!made.pictures().isEmpty()) {
                results.put(
                        "imageIds", ids(made.pictures(), picture -> picture.id().value()));
                written = written.chain(() -> rows.insertPictures(made.pictures()));
            }
            if (!made.clips().isEmpty()) {
                results.put("videoIds", ids(made.clips(), clip -> clip.id().value()));
            }
            for (Made.Clip clip : made.clips()) {
                written = written.chain(() -> rows.insertClip(clip));
            }
            Made.Letter letter = made.letter();
            if (letter != null) {
                results.put("letterId", letter.id().toString());
                written = written.chain(() -> rows.insertLetter(letter));
            }
            Tuple counts = Tuple.of(
                    job.projectId().value(),
                    made.pictures().size(),
                    made.clips().size(),
                    letter == null ? null : letter.id().value());
            return written.chain(() -> query(COUNT, counts))
                    .chain(() -> end(SUCCEED, "SUCCEEDED", results))
                    .replaceWith(Ended.DONE);
        }

        private Uni<Ended> cancel() {
            return end(CANCEL, "CANCELED", new JsonObject()).replaceWith(Ended.CANCELED);
        }

        private Uni<List<Row>> end(String sql, String status, JsonObject results) {
            return query(sql, Tuple.of(job.id().value(), status, made.origin().provider(), results));
        }

        private Uni<List<Row>> query(String sql, Tuple parameters) {
            return Database.query(connection, sql, parameters);
        }

        private static boolean live(List<Row> rows, int expected) {
            return rows.size() == expected && rows.stream().allMatch(row -> row.getBoolean("live"));
        }

        private static <T> JsonArray ids(List<T> items, Function<T, UUID> id) {
            return new JsonArray(items.stream().map(id).map(UUID::toString).toList());
        }
    }
}
