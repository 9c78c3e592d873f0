package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.fixture.Fixtures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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

    /** @return what was made, or empty where project or product is deleted */
    Optional<UUID> finish(UUID project, UUID product, Kind kind) {
        try {
            return attempt(project, product, kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<UUID> attempt(UUID project, UUID product, Kind kind) throws SQLException {
        UUID id = Fixtures.anId();
        try (Connection connection = DriverManager.getConnection(url, "vto_catalog", password)) {
            connection.setAutoCommit(false);
            if (!lockLive(connection, "projects", project) || !lockLive(connection, "products", product)) {
                return Optional.empty();
            }
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
        }
        return Optional.of(id);
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

    private static boolean lockLive(Connection connection, String table, UUID id) throws SQLException {
        String sql = "SELECT deleted_at IS NULL FROM " + table + " WHERE id = ? FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
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
