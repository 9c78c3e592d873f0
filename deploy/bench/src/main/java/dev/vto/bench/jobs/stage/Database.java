package dev.vto.bench.jobs.stage;

import dev.vto.bench.jobs.load.Login;
import dev.vto.local.terminal.StopSignal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the benchmark does in the database itself: it counts, cleans up and waits. */
public record Database(Login login, StopSignal stop) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** How many times as long as a look took nobody looks again. */
    private static final int PAUSE = 100;

    /** In this order, which the relay's locks take as well. All that hangs on jobs goes with them. */
    private static final List<String> REMOVE_JOBS = List.of("TRUNCATE outbox_event", "TRUNCATE vto_job CASCADE");

    private static final List<String> CLEAN =
            List.of("DROP SCHEMA IF EXISTS bench, graphile_worker CASCADE", "CREATE SCHEMA bench", "CHECKPOINT");

    private static final String UNSENT =
            "SELECT count(*) FROM outbox_event WHERE sent_at IS NULL AND parked_reason IS NULL";

    /** Removes all jobs of ours. */
    void removeJobs() throws SQLException {
        execute(REMOVE_JOBS);
    }

    /** Removes what peers have, and leaves nothing to be written. */
    void clean() throws SQLException {
        execute(CLEAN);
    }

    /** Waits until the relay has carried off the last event. */
    public void awaitSent(Duration limit) throws SQLException, InterruptedException {
        awaitNone(UNSENT, limit);
    }

    public void execute(String sql) throws SQLException {
        execute(List.of(sql));
    }

    /** One after the other, each in a transaction of its own. */
    public void execute(List<String> statements) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public long count(String sql, Object... values) throws SQLException {
        return ((Number) row(sql, values).get(0)).longValue();
    }

    /** The first row's columns. */
    public List<Object> row(String sql, Object... values) throws SQLException {
        try (Connection connection = login.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no row for " + sql);
                }
                List<Object> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getObject(i));
                }
                return columns;
            }
        }
    }

    /**
     * Waits until a count is 0. The longer counting takes, the more seldom it is done.
     *
     * @throws IllegalStateException if it is not in time
     */
    public void awaitNone(String countSql, Duration limit) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            long looked = System.nanoTime();
            long left = count(countSql);
            if (left == 0) {
                return;
            }
            long now = System.nanoTime();
            if (now - begun > limit.toNanos()) {
                throw new IllegalStateException(
                        left + " were left after " + limit.toSeconds() + " s: " + countSql.strip());
            }
            stop.pause(Duration.ofNanos(Math.max(LOOK_EVERY.toNanos(), (now - looked) * PAUSE)));
        }
    }
}
