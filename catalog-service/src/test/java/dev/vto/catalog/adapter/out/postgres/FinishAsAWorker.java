package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.fixture.Fixtures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of a run as a worker writes it: locks, result rows, and its share of the counters, without the job. What the
 * worker itself writes is held to the same by its own tests.
 */
@ApplicationScoped
class FinishAsAWorker {

    private final String url;
    private final String password;

    FinishAsAWorker(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.password = password;
    }

    /** @return what was made */
    UUID finish(UUID project, UUID product, Kind kind) {
        UUID id = Fixtures.anId();
        try (Connection connection = DriverManager.getConnection(url, "vto_catalog", password)) {
            connection.setAutoCommit(false);
            run(connection, "SELECT 1 FROM projects WHERE id = ? FOR UPDATE", project);
            run(connection, "SELECT 1 FROM products WHERE id = ? FOR UPDATE", product);
            run(connection, kind.insert, id, project, product);
            run(connection, kind.count, project);
            if (kind == Kind.LETTER) {
                run(connection, "UPDATE projects SET marketing_letter_key = ? WHERE id = ?", id, project);
                run(
                        connection,
                        "UPDATE products SET marketing_letter_key = greatest(marketing_letter_key, ?) WHERE id = ?",
                        id,
                        product);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    enum Kind {
        IMAGE(
                "INSERT INTO generate_img (id, project_id, product_id, url) VALUES (?, ?, ?, 'media:a/b.jpg')",
                "UPDATE projects SET total_image_number = total_image_number + 1 WHERE id = ?"),
        VIDEO(
                "INSERT INTO generate_video (id, project_id, product_id, url) VALUES (?, ?, ?, 'media:a/b.mp4')",
                "UPDATE projects SET total_video_number = total_video_number + 1 WHERE id = ?"),
        LETTER(
                "INSERT INTO marketing_letter (id, project_id, product_id, summary) VALUES (?, ?, ?, 'A coat.')",
                "UPDATE projects SET updated_at = now() WHERE id = ?");

        private final String insert;
        private final String count;

        Kind(String insert, String count) {
            this.insert = insert;
            this.count = count;
        }
    }

    private static void run(Connection connection, String sql, UUID... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
