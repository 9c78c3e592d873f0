package dev.vto.catalog.adapter.out.kafka;

import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.adapter.trace.Spans;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The outbox of a database, in the hands of a test. */
record Outbox(String jdbcUrl, String user, String password, String bootstrap) {

    /** One that no service works on, without rows. */
    static Outbox empty(String database) throws SQLException {
        PlatformResource platform = new PlatformResource();
        platform.init(Map.of("role", "worker", "database", database));
        Map<String, String> settings = platform.start();
        Outbox outbox = new Outbox(
                "jdbc:" + settings.get("VTO_DB_URL"),
                settings.get("VTO_DB_OWNER_USERNAME"),
                settings.get("VTO_DB_OWNER_PASSWORD"),
                settings.get("KAFKA_BOOTSTRAP_SERVERS"));
        outbox.execute("TRUNCATE outbox_event");
        return outbox;
    }

    /** The same outbox, reached over another port. */
    Outbox over(int port) {
        return new Outbox(jdbcUrl.replaceFirst(":\\d+/", ":" + port + "/"), user, password, bootstrap);
    }

    /** The same outbox, relayed to another broker. */
    Outbox to(String otherBootstrap) {
        return new Outbox(jdbcUrl, user, password, otherBootstrap);
    }

    int port() {
        return Integer.parseInt(jdbcUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    OutboxRelay relay(OutboxMeters meters) {
        return new OutboxRelay(
                jdbcUrl,
                user,
                password,
                Map.of("bootstrap.servers", bootstrap),
                Duration.ofDays(7),
                meters,
                Spans.none());
    }

    /** Writes an event in a transaction of its own. */
    UUID write(String job, String type, String payload) throws SQLException {
        try (Connection connection = connect()) {
            return write(connection, job, type, payload);
        }
    }

    static UUID write(Connection connection, String job, String type, String payload) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement statement = connection.prepareStatement(
                """
                INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, headers)
                VALUES (?, 'vto_job', ?, ?, ?::jsonb, '{"source": "/vto-worker"}')
                """)) {
            statement.setObject(1, id);
            statement.setString(2, job);
            statement.setString(3, type);
            statement.setString(4, payload);
            statement.executeUpdate();
        }
        return id;
    }

    /** The first column of the first row. */
    String one(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        }
    }

    long unsent() throws SQLException {
        return Long.parseLong(one("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL"));
    }

    void awaitDrained(Duration limit) {
        await().atMost(limit).until(() -> unsent() == 0);
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
