package dev.vto.infra;

import dev.vto.provision.DatabasePasswords;
import dev.vto.provision.PlatformDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An embedded PostgreSQL 18, durable, on the loopback address, with the platform's roles and database. It asks for
 * passwords on every connection. It outlives the JVM that started it unless it is closed.
 */
public final class PostgresServer implements AutoCloseable {

    /** The cluster's superuser. */
    public static final String SUPERUSER = "postgres";

    /** Who may connect, by pg_hba.conf: those with a password. */
    private static final String OPEN =
            """
            local   all all               scram-sha-256
            host    all all 127.0.0.1/32  scram-sha-256
            host    all all ::1/128       scram-sha-256
            """;

    private static final String ENCRYPTED = OPEN.replace("host   ", "hostssl");

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Path data;

    private PostgresServer(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder where data and log are kept between runs; made if absent
     * @param port 0 takes a free one
     * @throws UncheckedIOException if it does not start; the message names the log
     */
    public static PostgresServer start(Path folder, int port, DatabasePasswords passwords) {
        return start(folder, port, passwords, OPEN, Map.of());
    }

    /** The same, which takes encrypted connections alone. */
    public static PostgresServer start(Path folder, int port, DatabasePasswords passwords, ServerIdentity identity) {
        return start(
                folder,
                port,
                passwords,
                ENCRYPTED,
                Map.of(
                        "ssl",
                        "on",
                        "ssl_cert_file",
                        identity.certificate().toString(),
                        "ssl_key_file",
                        identity.key().toString()));
    }

    private static PostgresServer start(
            Path folder, int port, DatabasePasswords passwords, String admission, Map<String, String> settings) {
        Path data = folder.resolve("data");
        Path log = folder.resolve("postgres.log");
        try {
            Files.createDirectories(folder);
            boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
            File logFile = log.toFile();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(programs())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port == 0 ? FreePort.take() : port)
                    .setPGStartupWait(START_LIMIT)
                    .setConnectConfig("password", passwords.superuser())
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(logFile))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(logFile))
                    // The embedded defaults are not durable, and figures or tests on those prove nothing.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1");
            settings.forEach(builder::setServerConfig);
            PostgresServer server = new PostgresServer(builder.start(), data);
            try {
                if (fresh) {
                    server.admit(passwords.superuser(), admission);
                }
                PlatformDatabase.ensure(server.jdbcUrl("postgres"), SUPERUSER, passwords, PlatformDatabase.NAME);
            } catch (IOException | SQLException | RuntimeException e) {
                server.close();
                throw new IOException(e.getMessage(), e);
            }
            return server;
        } catch (IOException | IllegalStateException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start, see " + log + ": " + e.getMessage(), new IOException(e));
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The platform's database, for the Vert.x client: {@code postgresql://host:port/vto}. */
    public String url() {
        return url(port());
    }

    /** The same for clients that something stands between, which find it at another port. */
    public String url(int entrance) {
        return "postgresql://127.0.0.1:" + entrance + "/" + PlatformDatabase.NAME;
    }

    /** The platform's database, for JDBC. */
    public String jdbcUrl() {
        return jdbcUrl(PlatformDatabase.NAME);
    }

    /** The process id of the postmaster. */
    public long pid() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8)
                    .get(0)
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running", e);
        }
    }

    /** Stops the server; open connections are broken, what was committed stays. */
    @Override
    public void close() {
        Optional<ProcessHandle> postmaster = postmaster();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop: " + e.getMessage(), e);
        }
        // The command that stops it waits for five seconds alone, and its last checkpoint may take longer.
        postmaster.ifPresent(process -> process.onExit()
                .completeOnTimeout(process, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());
    }

    private Optional<ProcessHandle> postmaster() {
        return Files.exists(data.resolve("postmaster.pid")) ? ProcessHandle.of(pid()) : Optional.empty();
    }

    /** Unpacked once for all clusters of a user, who need not trust, nor be able to write, what another user unpacked. */
    private static File programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg-" + System.getProperty("user.name"))
                .toFile();
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A new cluster trusts every local connection: other users of the machine could read everything. */
    private void admit(String superuserPassword, String admission) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            PlatformDatabase.setPassword(connection, SUPERUSER, superuserPassword);
            Files.writeString(data.resolve("pg_hba.conf"), admission);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
