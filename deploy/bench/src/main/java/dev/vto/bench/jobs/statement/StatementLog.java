package dev.vto.bench.jobs.statement;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.stage.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Has PostgreSQL write down each statement that a service sends, with its plan, its time and its buffers, as long as this
 * is open: by auto_explain, for connections of the services' roles. They lose their connections when it begins and ends.
 */
public final class StatementLog implements AutoCloseable {

    private static final List<String> ROLES = List.of("vto_catalog", "vto_worker");

    /** Without the time of each node, which would cost more than what is measured. */
    private static final Map<String, String> SETTINGS = Map.of(
            "session_preload_libraries", "auto_explain",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_analyze", "on",
            "auto_explain.log_buffers", "on",
            "auto_explain.log_timing", "off",
            "auto_explain.log_parameter_max_length", "0",
            "auto_explain.log_format", "json");

    private static final String RECONNECT =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename IN ('vto_catalog', 'vto_worker')";

    /** The relay holds its lock for as long as it is connected. */
    private static final String WITHOUT_NEW_RELAY =
            """
            SELECT count(*) FROM (SELECT 1) WHERE NOT EXISTS (
              SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
              WHERE l.locktype = 'advisory' AND l.granted AND a.application_name = 'catalog-service relay'
                AND a.backend_start > '%s')
            """;

    private static final Duration RECONNECT_LIMIT = Duration.ofSeconds(60);

    private final Database database;
    private final Path log;
    private long read;

    private StatementLog(Database database, Path log, long read) {
        this.database = database;
        this.log = log;
        this.read = read;
    }

    /** @throws BenchFailure if PostgreSQL's log is not where it is looked for */
    public static StatementLog open(Database database) throws IOException, SQLException, InterruptedException {
        Path log = Path.of(String.valueOf(database.row("SHOW data_directory").get(0)))
                .resolveSibling("postgres.log");
        if (!Files.isReadable(log)) {
            throw new BenchFailure("PostgreSQL's log is to be " + log + ", and cannot be read");
        }
        StatementLog opened = new StatementLog(database, log, Files.size(log));
        opened.change(SETTINGS.entrySet().stream()
                .map(setting -> "SET " + setting.getKey() + " = '" + setting.getValue() + "'")
                .toList());
        return opened;
    }

    /** What was run since the last time, but for what is being written at this moment. */
    public List<Execution> taken() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            file.readFully(bytes);
            int complete = PlanLog.complete(bytes);
            read += complete;
            return PlanLog.read(new String(bytes, 0, complete, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        change(SETTINGS.keySet().stream().map(setting -> "RESET " + setting).toList());
    }

    private void change(List<String> settings) throws SQLException, InterruptedException {
        List<String> statements = new ArrayList<>();
        for (String role : ROLES) {
            settings.forEach(setting -> statements.add("ALTER ROLE " + role + " " + setting));
        }
        String now =
                String.valueOf(database.row("SELECT clock_timestamp()::text").get(0));
        statements.add(RECONNECT);
        database.execute(statements);
        database.awaitNone(WITHOUT_NEW_RELAY.formatted(now), RECONNECT_LIMIT);
    }
}
