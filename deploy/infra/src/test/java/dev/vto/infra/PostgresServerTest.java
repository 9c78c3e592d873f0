package dev.vto.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.provision.DatabasePasswords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final DatabasePasswords PASSWORDS =
            new DatabasePasswords("super'1", "owner-1", "catalog-1", "worker-1");

    @TempDir
    Path folder;

    @Test
    void isDurable() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0, PASSWORDS);
                Connection connection = superuser(server)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(query(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(connection, "SHOW server_version")).startsWith("18");
        }
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        try (PostgresServer server = PostgresServer.start(folder, 0, PASSWORDS)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void givesEachRoleItsOwnRights() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0, PASSWORDS)) {
            try (Connection owner = DriverManager.getConnection(server.jdbcUrl(), "vto_owner", "owner-1");
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE EXTENSION pgcrypto");
                statement.execute("CREATE TABLE thing (id int)");
            }
            try (Connection worker = DriverManager.getConnection(server.jdbcUrl(), "vto_worker", "worker-1")) {
                assertThatThrownBy(() -> query(worker, "SELECT count(*) FROM thing"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> query(worker, "CREATE TABLE mine (id int)"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void keepsItsDataOverARestartAfterAKill() throws Exception {
        PostgresServer killed = PostgresServer.start(folder, 0, PASSWORDS);
        try (Connection owner = DriverManager.getConnection(killed.jdbcUrl(), "vto_owner", "owner-1");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE thing AS SELECT 42 AS answer");
        }
        ProcessHandle postmaster = ProcessHandle.of(killed.pid()).orElseThrow();
        CompletableFuture<ProcessHandle> gone = postmaster.onExit();
        assertThat(postmaster.destroyForcibly()).isTrue();
        gone.get(30, TimeUnit.SECONDS);
        killed.close();

        try (PostgresServer server = PostgresServer.start(folder, 0, PASSWORDS);
                Connection owner = DriverManager.getConnection(server.jdbcUrl(), "vto_owner", "owner-1")) {
            assertThat(query(owner, "SELECT answer FROM thing")).isEqualTo("42");
        }
    }

    @Test
    void endsWhenItIsClosed() {
        ProcessHandle postmaster;
        try (PostgresServer server = PostgresServer.start(folder, 0, PASSWORDS)) {
            postmaster = ProcessHandle.of(server.pid()).orElseThrow();
            assertThat(postmaster.isAlive()).isTrue();
        }
        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void hidesItsPasswords() {
        assertThat(PASSWORDS.toString()).doesNotContain("owner-1").doesNotContain("super");
    }

    private static Connection superuser(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "postgres", "super'1");
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
