package dev.vto.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.infra.test.TestAuthority;
import dev.vto.provision.DatabasePasswords;
import dev.vto.provision.PlatformDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles and database are made over an encrypted connection to the server that is meant, or not at all. */
class EncryptedPostgresTest {

    private static final DatabasePasswords PASSWORDS =
            new DatabasePasswords("super-secret", "owner-1", "catalog-1", "worker-1");

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        authority = TestAuthority.in(folder.resolve("authority"));
        server = PostgresServer.start(folder.resolve("postgres"), 0, PASSWORDS, authority.issue("localhost"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isPreparedByWhoTrustsIt() throws Exception {
        String verified = "sslmode=verify-full&sslrootcert=" + authority.certificate();

        prepare("localhost", verified);

        try (Connection connection =
                        DriverManager.getConnection(url("localhost", "vto", verified), "vto_worker", "worker-1");
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            assertThat(found.next() && found.getBoolean(1)).isTrue();
        }
    }

    @Test
    void isRefusedWhereAnotherAuthorityVouchesForIt() {
        TestAuthority other = TestAuthority.in(folder.resolve("other"));

        assertThatThrownBy(() -> prepare("localhost", "sslmode=verify-full&sslrootcert=" + other.certificate()))
                .hasMessageContaining("the database could not be prepared")
                .hasMessageContaining("PKIX path")
                .hasMessageNotContaining("super-secret");
    }

    @Test
    void isRefusedUnderAnotherName() {
        assertThatThrownBy(() -> prepare("127.0.0.1", "sslmode=verify-full&sslrootcert=" + authority.certificate()))
                .hasMessageContaining("hostname 127.0.0.1 could not be verified");
    }

    @Test
    void letsNobodyInWithoutEncryption() {
        assertThatThrownBy(() -> prepare("localhost", "sslmode=disable")).hasMessageContaining("no encryption");
    }

    private static void prepare(String host, String parameters) {
        PlatformDatabase.ensure(
                url(host, "postgres", parameters), PostgresServer.SUPERUSER, PASSWORDS, PlatformDatabase.NAME);
    }

    private static String url(String host, String database, String parameters) {
        return "jdbc:postgresql://" + host + ":" + server.port() + "/" + database + "?" + parameters;
    }
}
