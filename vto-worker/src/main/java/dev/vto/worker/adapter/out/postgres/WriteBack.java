package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The successful end of a run: result rows, counters, keys, the job's end and its event in one transaction. Rows are
 * locked first, jobs before projects before products, so that ends that meet wait for each other and never deadlock.
 */
final class WriteBack {

    private static final String LOCK_JOB =
            """
            SELECT status, claim, cancel_requested_at IS NOT NULL AS canceled FROM vto_job WHERE id = $1 FOR UPDATE
            """;

    private static final String LOCK_PROJECT =
            "SELECT deleted_at IS NULL AS live FROM projects WHERE id = $1 FOR UPDATE";

    private static final String LOCK_PRODUCTS =
            """
            SELECT deleted_at IS NULL AS live FROM products WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
            """;

    private static final String IMAGES =
            """
            INSERT INTO generate_img (id, url, thumbnail_url, user_id, project_id, product_id, job_id, view, position,
              seed, width, height, bytes, content_type, provider, model, ai_generated)
            SELECT r.id, r.url, r.thumbnail, $1, $2, r.product, $3, r.view, r.place - 1, r.seed, r.width, r.height,
              r.bytes, r.type, $4, $5, $6
            FROM unnest($7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::text[], $12::bigint[], $13::int[],
              $14::int[], $15::bigint[], $16::text[])
              WITH ORDINALITY AS r(id, url, thumbnail, product, view, seed, width, height, bytes, type, place)
            """;

    private static final String VIDEO =
            """
            INSERT INTO generate_video (id, url, thumbnail_url, user_id, project_id, product_id, job_id, seed, seconds,
              width, height, bytes, content_type, provider, model, ai_generated)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """;

    private static final String LETTER =
            """
            INSERT INTO marketing_letter (id, user_id, project_id, product_id, job_id, language, headline, summary,
              bullet_points, generated, provider, model, ai_generated)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;

    private static final String COUNT =
            """
            UPDATE projects SET total_image_number = coalesce(total_image_number, 0) + $2,
              total_video_number = coalesce(total_video_number, 0) + $3,
              marketing_letter_key = coalesce($4, marketing_letter_key), updated_at = now()
            WHERE id = $1
            """;

    private static final String KEYS =
            "UPDATE products SET marketing_letter_key = $2, updated_at = now() WHERE id = $1";

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

    private static final String SOURCE = "jsonb_build_object('source', '/vto-worker')";
    private static final String SUCCEEDED = END + OutboxSql.insert(JobEventType.SUCCEEDED, "j", SOURCE, "$4::jsonb");
    private static final String CANCELED = END + OutboxSql.insert(JobEventType.CANCELED, "j", SOURCE, "$4::jsonb");

    private final Pool pool;

    WriteBack(Pool pool) {
        this.pool = pool;
    }

    Uni<Ended> write(ClaimedJob job, Made made) {
        return pool.withTransaction(connection -> first(
                        connection, LOCK_JOB, Tuple.of(job.id().value()))
                .onItem()
                .transformToUni(row -> {
                    if (row.isEmpty() || row.get().getInteger("claim") != job.claim()) {
                        return Uni.createFrom().item(Ended.SUPERSEDED);
                    }
                    return switch (row.get().getString("status")) {
                        case "RUNNING" -> end(connection, job, made, row.get().getBoolean("canceled"));
                        // An earlier commit of this very run stood, and only its reply was lost.
                        case "SUCCEEDED" -> Uni.createFrom().item(Ended.DONE);
                        default -> Uni.createFrom().item(Ended.SUPERSEDED);
                    };
                }));
    }

    private Uni<Ended> end(SqlConnection connection, ClaimedJob job, Made made, boolean cancelRequested) {
        UUID[] products = made.pictures().stream()
                .map(picture -> picture.productId().value())
                .distinct()
                .toArray(UUID[]::new);
        UUID[] locked = products.length > 0 || job.productId() == null
                ? products
                : new UUID[] {job.productId().value()};
        return first(connection, LOCK_PROJECT, Tuple.of(job.projectId().value()))
                .map(project -> project.map(row -> row.getBoolean("live")).orElse(false))
                .onItem()
                .transformToUni(projectLives -> rows(connection, LOCK_PRODUCTS, Tuple.of((Object) locked))
                        .map(rows -> {
                            boolean live = projectLives;
                            for (Row row : rows) {
                                live &= row.getBoolean("live");
                            }
                            return live && rows.rowCount() == locked.length;
                        }))
                .onItem()
                .transformToUni(live -> live && !cancelRequested
                        ? succeed(connection, job, made)
                        : finish(connection, CANCELED, job, "CANCELED", made, new JsonObject())
                                .replaceWith(Ended.CANCELED));
    }

    private Uni<Ended> succeed(SqlConnection connection, ClaimedJob job, Made made) {
        JsonObject results = new JsonObject();
        Uni<Void> written = Uni.createFrom().voidItem();
        if (!made.pictures().isEmpty()) {
            results.put("imageIds", ids(made.pictures(), picture -> picture.id().value()));
            written = written.chain(() -> images(connection, job, made));
        }
        for (Made.Clip clip : made.clips()) {
            results.put("videoIds", new JsonArray().add(clip.id().toString()));
            written = written.chain(() -> video(connection, job, clip, made.origin()));
        }
        Made.Letter letter = made.letter();
        if (letter != null) {
            results.put("letterId", letter.id().toString());
            written = written.chain(() -> letter(connection, job, letter, made.origin()));
        }
        Supplier<Uni<? extends Void>> count = () -> rows(
                        connection,
                        COUNT,
                        Tuple.of(
                                job.projectId().value(),
                                made.pictures().size(),
                                made.clips().size(),
                                letter == null ? null : letter.id().value()))
                .replaceWithVoid();
        return written.chain(count)
                .chain(() -> finish(connection, SUCCEEDED, job, "SUCCEEDED", made, results))
                .replaceWith(Ended.DONE);
    }

    private static Uni<Void> images(SqlConnection connection, ClaimedJob job, Made made) {
        List<Made.Picture> pictures = made.pictures();
        Tuple row = Tuple.tuple()
                .addUUID(job.ownerId().value())
                .addUUID(job.projectId().value())
                .addUUID(job.id().value())
                .addString(made.origin().provider())
                .addString(made.origin().model())
                .addBoolean(made.origin().aiGenerated())
                .addArrayOfUUID(pictures.stream().map(p -> p.id().value()).toArray(UUID[]::new))
                .addArrayOfString(
                        pictures.stream().map(p -> ref(p.file().key())).toArray(String[]::new))
                .addArrayOfString(
                        pictures.stream().map(p -> ref(p.file().thumbnail())).toArray(String[]::new))
                .addArrayOfUUID(
                        pictures.stream().map(p -> p.productId().value()).toArray(UUID[]::new))
                .addArrayOfString(pictures.stream().map(p -> p.view().name()).toArray(String[]::new))
                .addArrayOfLong(pictures.stream().map(Made.Picture::seed).toArray(Long[]::new))
                .addArrayOfInteger(pictures.stream().map(p -> p.file().width()).toArray(Integer[]::new))
                .addArrayOfInteger(pictures.stream().map(p -> p.file().height()).toArray(Integer[]::new))
                .addArrayOfLong(pictures.stream().map(p -> p.file().bytes()).toArray(Long[]::new))
                .addArrayOfString(
                        pictures.stream().map(p -> p.file().contentType()).toArray(String[]::new));
        return rows(connection, IMAGES, row).replaceWithVoid();
    }

    private static Uni<Void> video(SqlConnection connection, ClaimedJob job, Made.Clip clip, Made.Origin origin) {
        return rows(
                        connection,
                        VIDEO,
                        Tuple.tuple()
                                .addUUID(clip.id().value())
                                .addString(ref(clip.file().key()))
                                .addString(ref(clip.file().thumbnail()))
                                .addUUID(job.ownerId().value())
                                .addUUID(job.projectId().value())
                                .addUUID(valueOf(clip.productId()))
                                .addUUID(job.id().value())
                                .addLong(clip.seed())
                                .addFloat((float) clip.seconds())
                                .addInteger(clip.file().width())
                                .addInteger(clip.file().height())
                                .addLong(clip.file().bytes())
                                .addString(clip.file().contentType())
                                .addString(origin.provider())
                                .addString(origin.model())
                                .addBoolean(origin.aiGenerated()))
                .replaceWithVoid();
    }

    private static Uni<Void> letter(SqlConnection connection, ClaimedJob job, Made.Letter letter, Made.Origin origin) {
        JsonArray points = new JsonArray(letter.bulletPoints());
        JsonObject generated = new JsonObject()
                .put("headline", letter.headline())
                .put("summary", letter.summary())
                .put("bulletPoints", points);
        Uni<Void> inserted = rows(
                        connection,
                        LETTER,
                        Tuple.tuple()
                                .addUUID(letter.id().value())
                                .addUUID(job.ownerId().value())
                                .addUUID(job.projectId().value())
                                .addUUID(valueOf(job.productId()))
                                .addUUID(job.id().value())
                                .addString(letter.language())
                                .addString(letter.headline())
                                .addString(letter.summary())
                                .addValue(points)
                                .addValue(generated)
                                .addString(origin.provider())
                                .addString(origin.model())
                                .addBoolean(origin.aiGenerated()))
                .replaceWithVoid();
        ProductId product = job.productId();
        return product == null
                ? inserted
                : inserted.chain(() -> rows(
                                connection,
                                KEYS,
                                Tuple.of(product.value(), letter.id().value()))
                        .replaceWithVoid());
    }

    private static Uni<Void> finish(
            SqlConnection connection, String sql, ClaimedJob job, String status, Made made, JsonObject results) {
        return rows(
                        connection,
                        sql,
                        Tuple.of(job.id().value(), status, made.origin().provider(), results))
                .replaceWithVoid();
    }

    private static <T> JsonArray ids(List<T> items, Function<T, UUID> id) {
        return new JsonArray(items.stream().map(id).map(UUID::toString).toList());
    }

    private static @Nullable UUID valueOf(@Nullable ProductId product) {
        return product == null ? null : product.value();
    }

    private static String ref(MediaKey key) {
        return PhotoRef.stored(key).value();
    }

    private static Uni<Optional<Row>> first(SqlConnection connection, String sql, Tuple parameters) {
        return rows(connection, sql, parameters)
                .map(rows ->
                        rows.iterator().hasNext() ? Optional.of(rows.iterator().next()) : Optional.empty());
    }

    private static Uni<RowSet<Row>> rows(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }
}
