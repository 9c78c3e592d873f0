package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.infra.PostgresServer;
import dev.vto.infra.test.TestAuthority;
import dev.vto.provision.DatabasePasswords;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pool reaches the server that is meant, encrypted, or none. */
class PostgresOverTlsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** All that the client of PostgreSQL tells of a server that it does not trust. */
    private static final String REFUSED = "SSL handshake failed";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static TestAuthority authority;
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        authority = TestAuthority.in(folder.resolve("authority"));
        server = PostgresServer.start(
                folder.resolve("postgres"),
                0,
                new DatabasePasswords("super-1", "owner-1", "catalog-1", "worker-1"),
                authority.issue("localhost"));
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close();
    }

    @Test
    void isEncryptedWhereTheServerProvesWhoItIs() {
        assertThat(isEncrypted("localhost", "sslmode=verify-full&sslrootcert=" + authority.certificate()))
                .isTrue();
    }

    @Test
    void isEncryptedWithoutProofWhereNoneIsAskedFor() {
        assertThat(isEncrypted("127.0.0.1", "sslmode=require")).isTrue();
    }

    @Test
    void refusesAServerThatAnotherAuthorityVouchesFor() {
        TestAuthority other = TestAuthority.in(folder.resolve("other"));

        assertThatThrownBy(() -> isEncrypted("localhost", "sslmode=verify-full&sslrootcert=" + other.certificate()))
                .hasMessage(REFUSED);
    }

    @Test
    void refusesAServerOfAnotherName() {
        assertThatThrownBy(() -> isEncrypted("127.0.0.1", "sslmode=verify-full&sslrootcert=" + authority.certificate()))
                .hasMessage(REFUSED);
    }

    @Test
    void refusesAServerWithoutEncryption() {
        String plain = PostgresJobTable.empty().database().url();

        assertThatThrownBy(() -> isEncrypted(plain + "?sslmode=verify-full&sslrootcert=" + authority.certificate()))
                .hasMessageContaining("does not handle SSL");
    }

    private static boolean isEncrypted(String host, String parameters) {
        return isEncrypted("postgresql://" + host + ":" + server.port() + "/vto?" + parameters);
    }

    private static boolean isEncrypted(String url) {
        Pool pool = PostgresJobTable.pool(
                vertx,
                PgConnectOptions.fromUri(url)
                        .setUser("vto_worker")
                        .setPassword("worker-1")
                        .addProperty("statement_timeout", "3000"),
                url);
        try {
            return pool.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .execute()
                    .await()
                    .atMost(LIMIT)
                    .iterator()
                    .next()
                    .getBoolean(0);
        } finally {
            pool.closeAndAwait();
        }
    }
}
