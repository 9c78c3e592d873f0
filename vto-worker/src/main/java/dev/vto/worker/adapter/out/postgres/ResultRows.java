package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that a run's results become, written within the transaction of its end. */
final class ResultRows {

    private static final String PICTURES =
            """
            INSERT INTO generate_img (id, url, thumbnail_url, user_id, project_id, product_id, job_id, view, position,
              seed, width, height, bytes, content_type, provider, model, ai_generated)
            SELECT r.id, r.url, r.thumbnail, $1, $2, r.product, $3, r.view, r.place - 1, r.seed, r.width, r.height,
              r.bytes, r.type, $4, $5, $6
            FROM unnest($7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::text[], $12::bigint[], $13::int[],
              $14::int[], $15::bigint[], $16::text[])
              WITH ORDINALITY AS r(id, url, thumbnail, product, view, seed, width, height, bytes, type, place)
            """;

    private static final String CLIP =
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

    /** The newest letter, whichever of two runs that ended together wrote last. */
    private static final String LETTER_KEY =
            """
            UPDATE products SET marketing_letter_key = greatest(marketing_letter_key, $2), updated_at = now()
            WHERE id = $1
            """;

    private final SqlConnection connection;
    private final ClaimedJob job;
    private final Made.Origin origin;

    ResultRows(SqlConnection connection, ClaimedJob job, Made.Origin origin) {
        this.connection = connection;
        this.job = job;
        this.origin = origin;
    }

    Uni<Void> insertPictures(List<Made.Picture> pictures) {
        Tuple row = Tuple.tuple()
                .addUUID(job.ownerId().value())
                .addUUID(job.projectId().value())
                .addUUID(job.id().value())
                .addString(origin.provider())
                .addString(origin.model())
                .addBoolean(origin.aiGenerated())
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
        return run(PICTURES, row);
    }

    Uni<Void> insertClip(Made.Clip clip) {
        return run(
                CLIP,
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
                        .addBoolean(origin.aiGenerated()));
    }

    Uni<Void> insertLetter(Made.Letter letter) {
        JsonArray points = new JsonArray(letter.bulletPoints());
        JsonObject generated = new JsonObject()
                .put("headline", letter.headline())
                .put("summary", letter.summary())
                .put("bulletPoints", points);
        Uni<Void> inserted = run(
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
                        .addBoolean(origin.aiGenerated()));
        ProductId product = job.productId();
        return product == null
                ? inserted
                : inserted.chain(() ->
                        run(LETTER_KEY, Tuple.of(product.value(), letter.id().value())));
    }

    private Uni<Void> run(String sql, Tuple parameters) {
        return Database.query(connection, sql, parameters).replaceWithVoid();
    }

    private static @Nullable UUID valueOf(@Nullable ProductId product) {
        return product == null ? null : product.value();
    }

    private static String ref(MediaKey key) {
        return PhotoRef.stored(key).value();
    }
}
