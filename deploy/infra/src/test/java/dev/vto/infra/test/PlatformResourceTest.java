package dev.vto.infra.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformResourceTest {

    @Test
    void givesAWorkerAMigratedSchemaAndItsOwnRole() throws SQLException {
        PlatformResource resource = new PlatformResource();
        resource.init(Map.of("role", "worker"));
        Map<String, String> settings = resource.start();

        try (Connection worker = DriverManager.getConnection(
                        "jdbc:" + settings.get("VTO_DB_URL"),
                        settings.get("VTO_DB_USERNAME"),
                        settings.get("VTO_DB_PASSWORD"));
                Statement statement = worker.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM vto_job")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void saysWhichPlatformsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.start("docker"))
                .withMessage("vto.infra is one of embedded, testcontainers, not 'docker'");
    }
}
