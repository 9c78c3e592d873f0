package dev.vto.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.provision.DatabasePasswords;
import dev.vto.provision.PlatformDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformDatabaseTest {

    private static final DatabasePasswords SUPERUSER =
            new DatabasePasswords("super", "owner-1", "catalog-1", "worker-1");

    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(folder, 0, SUPERUSER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isMadeByAnAdministratorWhoIsNoSuperuser() throws SQLException {
        run("DROP DATABASE vto", "DROP ROLE vto_owner", "DROP ROLE vto_catalog", "DROP ROLE vto_worker");
        run("CREATE ROLE manager LOGIN CREATEROLE CREATEDB PASSWORD 'manager-1'");
        DatabasePasswords passwords = new DatabasePasswords("manager-1", "owner-2", "catalog-2", "worker-2");

        PlatformDatabase.ensure(url("postgres"), "manager", passwords, "vto");
        PlatformDatabase.ensure(url("postgres"), "manager", passwords, "vto");

        try (Connection owner = DriverManager.getConnection(url("vto"), "vto_owner", "owner-2")) {
            assertThat(owner.createStatement().executeUpdate("CREATE TABLE thing AS SELECT 42 AS answer"))
                    .isOne();
        }
    }

    @Test
    void leavesNoPasswordInTheLogOfStatements() throws Exception {
        run("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        DatabasePasswords passwords = new DatabasePasswords("super", "owner-secret", "catalog-secret", "worker-secret");

        PlatformDatabase.ensure(url("postgres"), "postgres", passwords, "vto");

        assertThat(Files.readString(folder.resolve("postgres.log")))
                .contains("REVOKE ALL ON DATABASE vto")
                .doesNotContain("-secret");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "super");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String url(String database) {
        String platform = server.jdbcUrl();
        return platform.substring(0, platform.lastIndexOf('/') + 1) + database;
    }
}
