package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What others than the catalog's adapters write to its tables. */
@ApplicationScoped
class OthersSql {

    private static final String PICTURE =
            """
            INSERT INTO %s (id, project_id, product_id, job_id, url, thumbnail_url, position, is_selected, width, height,
              bytes, content_type, provider, model, seed, ai_generated, created_at, updated_at, %s)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LETTER =
            """
            INSERT INTO marketing_letter (id, project_id, product_id, job_id, language, headline, summary, bullet_points,
              generated, provider, model, ai_generated, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
            """;

    private final String url;
    private final String password;

    OthersSql(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.password = password;
    }

    void insert(Image image) {
        String view = image.view() == null ? null : image.view().name();
        insert("generate_img", image.id().value(), image.projectId().value(), image.picture(), "view", view);
    }

    void insert(Video video) {
        insert(
                "generate_video",
                video.id().value(),
                video.projectId().value(),
                video.picture(),
                "seconds",
                video.seconds());
    }

    void insert(Letter letter) {
        Letter.Text generated = letter.generated();
        execute(
                LETTER,
                letter.id().value(),
                letter.projectId().value(),
                idOf(letter.productId()),
                idOf(letter.jobId()),
                letter.language(),
                letter.text().headline(),
                letter.text().summary(),
                new JsonArray(letter.text().bulletPoints()).encode(),
                JsonObject.of(
                                "headline", generated.headline(),
                                "summary", generated.summary(),
                                "bulletPoints", generated.bulletPoints())
                        .encode(),
                letter.provider(),
                letter.model(),
                letter.aiGenerated(),
                at(letter.createdAt()),
                at(letter.updatedAt()));
    }

    void execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("changed no row, or many: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<UUID> ids(String sql, UUID parameter) {
        return column(row -> row.getObject(1, UUID.class), sql, parameter);
    }

    List<Long> numbers(String sql, Object... parameters) {
        return column(row -> row.getLong(1), sql, parameters);
    }

    List<JobEventType> events(String sql, JobId job) {
        return column(row -> JobEventType.ofType(row.getString(1)).orElseThrow(), sql, job.toString());
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> column(Reader<T> reader, String sql, Object... parameters) {
        List<T> values = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private void insert(String table, UUID id, UUID project, Picture picture, String column, Object value) {
        execute(
                PICTURE.formatted(table, column),
                id,
                project,
                idOf(picture.productId()),
                idOf(picture.jobId()),
                picture.url().value(),
                picture.thumbnail().value(),
                picture.position(),
                picture.selected(),
                picture.width(),
                picture.height(),
                picture.bytes(),
                picture.contentType(),
                picture.provider(),
                picture.model(),
                picture.seed(),
                picture.aiGenerated(),
                at(picture.createdAt()),
                at(picture.updatedAt()),
                value);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "vto_catalog", password);
    }

    private static UUID idOf(ProductId product) {
        return Optional.ofNullable(product).map(ProductId::value).orElse(null);
    }

    private static UUID idOf(JobId job) {
        return Optional.ofNullable(job).map(JobId::value).orElse(null);
    }

    private static Timestamp at(Instant time) {
        return Timestamp.from(time);
    }
}
