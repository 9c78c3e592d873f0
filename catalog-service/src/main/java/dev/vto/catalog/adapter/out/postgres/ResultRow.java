package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code generate_img}, {@code generate_video} and {@code marketing_letter}. */
final class ResultRow {

    private ResultRow() {}

    static Image toImage(Row row) {
        return new Image(
                new ImageId(row.getUUID("id")),
                new ProjectId(row.getUUID("project_id")),
                Optional.ofNullable(row.getString("view")).map(View::valueOf).orElse(null),
                picture(row));
    }

    static Video toVideo(Row row) {
        Float seconds = row.getFloat("seconds");
        return new Video(
                new VideoId(row.getUUID("id")),
                new ProjectId(row.getUUID("project_id")),
                seconds == null ? 0 : seconds,
                picture(row));
    }

    static Letter toLetter(Row row) {
        return new Letter(
                new LetterId(row.getUUID("id")),
                new ProjectId(row.getUUID("project_id")),
                JobRow.orNull(row.getUUID("product_id"), ProductId::new),
                JobRow.orNull(row.getUUID("job_id"), JobId::new),
                row.getString("language"),
                new Letter.Text(row.getString("headline"), row.getString("summary"), strings((JsonArray)
                        row.getValue("bullet_points"))),
                generated((JsonObject) row.getValue("generated")),
                row.getString("provider"),
                row.getString("model"),
                row.getBoolean("ai_generated"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static Picture picture(Row row) {
        String thumbnail = row.getString("thumbnail_url");
        return new Picture(
                JobRow.orNull(row.getUUID("product_id"), ProductId::new),
                JobRow.orNull(row.getUUID("job_id"), JobId::new),
                new PhotoRef(row.getString("url")),
                thumbnail == null ? null : new PhotoRef(thumbnail),
                row.getInteger("position"),
                Boolean.TRUE.equals(row.getBoolean("is_selected")),
                orZero(row.getInteger("width")),
                orZero(row.getInteger("height")),
                Optional.ofNullable(row.getLong("bytes")).orElse(0L),
                row.getString("content_type"),
                row.getString("provider"),
                row.getString("model"),
                row.getLong("seed"),
                row.getBoolean("ai_generated"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static Letter.@Nullable Text generated(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Letter.Text(
                        json.getString("headline"),
                        json.getString("summary"),
                        strings(json.getJsonArray("bulletPoints")));
    }

    private static List<String> strings(@Nullable JsonArray array) {
        return array == null ? List.of() : array.stream().map(String::valueOf).toList();
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
