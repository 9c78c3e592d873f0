package dev.vto.bench.jobs.peer.pgbench;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.Login;
import dev.vto.bench.jobs.process.Program;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.report.UnderLoad;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * pgbench with scripts of ours. It is PostgreSQL's own client, written in C: what the same SQL costs without anything
 * around it.
 */
public final class PgBench {

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final String LOG = "transactions";
    private static final int LATENCY_COLUMN = 2;
    private static final double MICROS = 1e3;

    /** A colon before a word would be a variable to it, in literals as well. */
    private static final Pattern COLON = Pattern.compile("(?<!:):(?=\\w)");

    private final Path program;
    private final Login login;
    private final int clients;
    private final Path folder;
    private final StopSignal stop;

    /** @param folder of its own, for scripts and logs */
    public PgBench(Path program, Login login, int clients, Path folder, StopSignal stop) {
        this.program = program;
        this.login = login;
        this.clients = clients;
        this.folder = folder;
        this.stop = stop;
    }

    /**
     * What it did.
     *
     * @param done transactions
     * @param rate a second
     * @param latency since a transaction was due, where a rate was asked for; NaN otherwise
     */
    record Outcome(long done, double rate, Sample latency) {}

    /** Warms up, does as much as it can, and then a part of that when it is due, for the latencies. */
    public UnderLoad measure(List<String> statements, Duration warmUp, Duration time)
            throws IOException, InterruptedException {
        Outcome first = run(statements, warmUp, null);
        Outcome all = run(statements, time, null);
        if (all.done() == 0) {
            throw new BenchFailure("pgbench did nothing in " + time.toSeconds() + " s");
        }
        Outcome paced = run(statements, time, all.rate() * Scale.LOAD);
        return new UnderLoad(
                new Sample(all.rate(), paced.latency().p50(), paced.latency().p99()),
                first.done() + all.done() + paced.done(),
                0);
    }

    /**
     * Runs statements, each as often as the others, as prepared statements.
     *
     * @param statements in which a colon before a word is inside of a text literal
     * @param rate at which they are due, or null for as many as there can be
     */
    private Outcome run(List<String> statements, Duration time, @Nullable Double rate)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        URI address = login.address();
        command.addAll(List.of("-h", address.getHost(), "-p", Integer.toString(address.getPort())));
        command.addAll(List.of("-U", login.user(), "-c", Integer.toString(clients), "-j", "1"));
        command.addAll(List.of("-T", Long.toString(Math.max(1, time.toSeconds()))));
        if (rate != null) {
            command.addAll(List.of("-R", Double.toString(rate), "-l", "--log-prefix=" + LOG));
        }
        for (int i = 0; i < statements.size(); i++) {
            Path script = folder.resolve("script-" + i + ".sql");
            Files.writeString(script, script(statements.get(i)));
            command.addAll(List.of("-f", script.toString()));
        }
        command.add(address.getPath().substring(1));
        return outcome(Program.run(command, Map.of("PGPASSWORD", login.password()), folder, time.plus(GRACE), stop));
    }

    /** A statement on one line, with nothing in it that pgbench takes for a variable. */
    static String script(String statement) {
        return COLON.matcher(statement.strip().replace('\n', ' ')).replaceAll("' || chr(58) || '") + ";\n";
    }

    private Outcome outcome(String printed) throws IOException {
        long done = (long) number(DONE, printed);
        // It prints no rate of nothing.
        return new Outcome(done, done == 0 ? 0 : number(RATE, printed), Sample.latency(latencies()));
    }

    private double[] latencies() throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith(LOG))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path log : logs) {
            lines.addAll(Files.readAllLines(log));
            Files.delete(log);
        }
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[LATENCY_COLUMN]) / MICROS)
                .toArray();
    }

    private static double number(Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        if (!found.find()) {
            throw new BenchFailure("pgbench printed no figures: "
                    + String.join(" / ", Arrays.asList(printed.strip().split("\n"))));
        }
        return Double.parseDouble(found.group(1));
    }
}
