package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.bench.jobs.statement.Execution;
import dev.vto.bench.jobs.statement.Statement;
import dev.vto.bench.jobs.statement.StatementLog;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * G: what claims and the relay's reading take while somebody holds a snapshot, as a long report or a backup does. What is
 * updated meanwhile leaves dead rows that nobody may remove.
 */
public final class SnapshotMeasure implements Measure {

    private static final List<Statement> STATEMENTS = List.of(Statement.CLAIM, Statement.RELAY_READ);
    private static final double GOAL = 1 / 3.0;

    /** Jobs a second. */
    private static final double RATE = 50;

    /** The time is looked at in at most so many parts, of which the last counts; between them what was logged is read. */
    private static final int PARTS = 10;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        stage.clear();
        Duration part = stage.scale().held().dividedBy(PARTS);
        List<List<Execution>> parts = new ArrayList<>();
        try (StatementLog log = StatementLog.open(stage.database())) {
            Flow.ofLetters(stage, RATE).run(stage, workers -> {
                log.taken();
                parts.add(look(stage, log, part, "before"));
                try (Connection snapshot = stage.login().connect()) {
                    hold(snapshot);
                    long begun = System.nanoTime();
                    long held = 0;
                    while (held < stage.scale().held().toSeconds()) {
                        parts.add(look(stage, log, part, "held for more than " + held + " s"));
                        held = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                    }
                }
            });
        } finally {
            stage.clear();
        }
        return STATEMENTS.stream()
                .map(statement -> row(
                        statement,
                        parts.get(0),
                        parts.get(parts.size() - 1),
                        stage.scale().held()))
                .toList();
    }

    private static void hold(Connection snapshot) throws Exception {
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setAutoCommit(false);
        try (var statement = snapshot.createStatement()) {
            statement.execute("SELECT 1 FROM vto_job LIMIT 1");
        }
    }

    private static List<Execution> look(Stage stage, StatementLog log, Duration part, String when) throws Exception {
        stage.stop().pause(part);
        List<Execution> executions = log.taken();
        for (Statement statement : STATEMENTS) {
            List<Execution> those = StatementFigures.of(statement, executions);
            Sample time = StatementFigures.time(those);
            stage.say(String.format(
                    Locale.ROOT,
                    "%s: %s p50 %.2f ms, p99 %.2f ms, %.0f buffers",
                    when,
                    statement.label(),
                    time.p50(),
                    time.p99(),
                    StatementFigures.buffers(those).value()));
        }
        return executions;
    }

    private static Row row(Statement statement, List<Execution> before, List<Execution> after, Duration held) {
        List<Execution> those = StatementFigures.of(statement, after);
        List<Execution> others = StatementFigures.of(statement, before);
        return new Row(
                "G snapshot held, " + statement.label() + " p99",
                "ms",
                Row.Better.LOWER,
                p99("after " + held.toSeconds() + " s", those),
                p99("before", others),
                GOAL,
                String.format(
                        Locale.ROOT,
                        "%.0f buffers, before %.0f",
                        StatementFigures.buffers(those).value(),
                        StatementFigures.buffers(others).value()));
    }

    private static Result p99(String name, List<Execution> executions) {
        Sample time = StatementFigures.time(executions);
        return new Result(name, List.of(new Sample(time.p99(), time.p50(), time.p99())));
    }
}
