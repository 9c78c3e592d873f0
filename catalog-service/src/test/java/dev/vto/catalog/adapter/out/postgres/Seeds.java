package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.fixture.Fixtures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A seller's rows as workers leave them, by plain SQL: each with files of its own where it has files. */
@ApplicationScoped
public class Seeds {

    private static final String PICTURE =
            """
            INSERT INTO %s (id, user_id, project_id, product_id, job_id, url, thumbnail_url, is_selected, selected_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN now() END)
            """;

    private final String url;
    private final String password;

    Seeds(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.password = password;
    }

    /** Ids of a product and what it holds. */
    public record Outfit(UUID product, UUID job, UUID image, UUID video, UUID letter) {}

    public UUID user() {
        UUID id = Fixtures.anId();
        execute("INSERT INTO users (id, email, name) VALUES (?, ?, 'Jiwoo')", id, id + "@example.com");
        return id;
    }

    public UUID collection(UUID user) {
        UUID id = Fixtures.anId();
        execute("INSERT INTO collections (id, user_id, name) VALUES (?, ?, 'Spring')", id, user);
        return id;
    }

    public UUID project(UUID user, UUID collection) {
        UUID id = Fixtures.anId();
        execute(
                "INSERT INTO projects (id, user_id, collection_id, name) VALUES (?, ?, ?, 'Lookbook')",
                id,
                user,
                collection);
        return id;
    }

    public UUID product(UUID user, UUID project, String photo) {
        UUID id = Fixtures.anId();
        execute(
                "INSERT INTO products (id, user_id, project_id, upper_f_image_url) VALUES (?, ?, ?, ?)",
                id,
                user,
                project,
                photo);
        return id;
    }

    public UUID job(UUID user, UUID project, UUID product, String status) {
        UUID id = Fixtures.anId();
        execute(
                "INSERT INTO vto_job (id, user_id, project_id, product_id, status) VALUES (?, ?, ?, ?, ?)",
                id,
                user,
                project,
                product,
                status);
        return id;
    }

    public UUID image(UUID user, UUID project, UUID product, UUID job, boolean selected) {
        return picture("generate_img", user, project, product, job, selected);
    }

    /** A product with one of everything, counted: the image and the video are selected. */
    public Outfit outfit(UUID user, UUID project) {
        UUID product = product(user, project, "media:" + user + "/photos/" + Fixtures.anId() + ".jpg");
        UUID job = job(user, project, product, "SUCCEEDED");
        execute(
                "INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome)"
                        + " VALUES (?, 1, 1, 'worker-1', now(), 'succeeded')",
                job);
        UUID image = image(user, project, product, job, true);
        UUID video = picture("generate_video", user, project, product, job, true);
        UUID letter = Fixtures.anId();
        execute(
                "INSERT INTO marketing_letter (id, user_id, project_id, product_id, job_id) VALUES (?, ?, ?, ?, ?)",
                letter,
                user,
                project,
                product,
                job);
        execute(
                "UPDATE products SET generate_img_key = ?, generate_video_key = ?, marketing_letter_key = ? WHERE id = ?",
                image,
                video,
                letter,
                product);
        execute(
                """
                UPDATE projects SET selected_image_number = selected_image_number + 1,
                  total_image_number = total_image_number + 1, total_video_number = total_video_number + 1,
                  marketing_letter_key = ? WHERE id = ?
                """,
                letter,
                project);
        return new Outfit(product, job, image, video, letter);
    }

    public int execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as text. */
    public String text(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isLive(String table, UUID id) {
        return text("SELECT 1 FROM " + table + " WHERE id = ? AND deleted_at IS NULL", id) != null;
    }

    public boolean isThere(String table, UUID id) {
        return text("SELECT 1 FROM " + table + " WHERE id = ?", id) != null;
    }

    /** Selected images, images, videos: as they are counted, and as they are. */
    public String countersOf(UUID project) {
        return text(
                """
                SELECT selected_image_number || ' ' || total_image_number || ' ' || total_video_number
                FROM projects WHERE id = ?
                """,
                project);
    }

    /** What the counters should say. */
    public String liveRowsOf(UUID project) {
        return text(
                """
                SELECT (SELECT count(*) FROM generate_img WHERE project_id = p.id AND deleted_at IS NULL AND is_selected)
                  || ' ' || (SELECT count(*) FROM generate_img WHERE project_id = p.id AND deleted_at IS NULL)
                  || ' ' || (SELECT count(*) FROM generate_video WHERE project_id = p.id AND deleted_at IS NULL)
                FROM projects p WHERE id = ?
                """,
                project);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "vto_catalog", password);
    }

    private UUID picture(String table, UUID user, UUID project, UUID product, UUID job, boolean selected) {
        UUID id = Fixtures.anId();
        String key = "media:" + user + "/" + job + "/1/" + id;
        execute(
                PICTURE.formatted(table),
                id,
                user,
                project,
                product,
                job,
                key + ".jpg",
                key + "-small.jpg",
                selected,
                selected);
        return id;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
