package dev.vto.bench.jobs;

import dev.vto.bench.BenchCommand;
import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.measure.Measure;
import dev.vto.bench.jobs.report.JsonReport;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Table;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Machine;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.local.DataFolder;
import dev.vto.local.StackFailure;
import dev.vto.local.demo.DemoFailure;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The benchmark of the job system. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures the job system beside those that people use, on a durable PostgreSQL of its own.",
        footer = {"", "VTO_HOME names an empty folder for the data, on the disk that is to be measured."})
public final class Run implements Callable<Integer> {

    private static final int MOST_ROUNDS = 100;
    private static final int STOP_LIMIT_SECONDS = 180;

    private final StopSignal stop = new StopSignal();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1",
            split = ",",
            defaultValue = Measures.ALL,
            paramLabel = "MEASURE",
            description = "Which of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private List<Measures> measures = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--quick", description = "Once and small: shows that everything works; the figures mean nothing.")
    private boolean quick;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "JOBS",
            description = "Sizes of the archive that G grows, rising (10000,1000000,5000000; 5 million take 12 GB).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the report goes as JSON (deploy/bench/target/bench.json).")
    @Nullable
    private Path json;

    public static void main(String[] arguments) {
        System.exit(BenchCommand.commandLine(new Run()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new ParameterException(spec.commandLine(), "--rounds is 1 to " + MOST_ROUNDS + ", not " + rounds);
        }
        requireRising();
        Map<String, String> environment = System.getenv();
        Path project = Path.of(environment.getOrDefault("VTO_PROJECT", "."))
                .toAbsolutePath()
                .normalize();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stopped), "run-stop"));
        try {
            DataFolder data = DataFolder.choose(environment, project, true);
            try {
                return run(project, data.path(), scale());
            } finally {
                data.end(false);
            }
        } catch (StackFailure | DemoFailure e) {
            throw new BenchFailure(String.valueOf(e.getMessage()));
        } catch (StopSignal.Stopped e) {
            spec.commandLine().getErr().println("stopped");
            return ExitCode.SOFTWARE;
        } finally {
            stopped.countDown();
        }
    }

    private Scale scale() {
        Scale scale = quick ? Scale.quick() : Scale.full(rounds);
        return sizes.isEmpty() ? scale : scale.withSizes(sizes);
    }

    private void requireRising() {
        int least = 1;
        for (int size : sizes) {
            if (size < least || size > Archive.MOST_JOBS) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--sizes rise from 1 to " + Archive.MOST_JOBS + ", unlike "
                                + sizes.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
            least = size + 1;
        }
    }

    private int run(Path project, Path folder, Scale scale) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = new ArrayList<>();
        boolean complete = true;
        Path report = json == null ? project.resolve("deploy/bench/target/bench.json") : json;
        try (Stage stage = Stage.setUp(scale, project, folder, Terminal.on(System.err, false), stop)) {
            Map<String, String> machine = Machine.describe(stage);
            for (Measures measure : new LinkedHashSet<>(measures)) {
                for (Measure part : measure.parts()) {
                    complete &= take(measure.name(), part, stage, rows);
                    JsonReport.write(report, machine, rows);
                }
            }
            machine.forEach((name, value) -> out.println(name + ": " + value));
            out.println();
            out.println(Table.of(rows));
            out.flush();
        }
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** One that fails must not take with it what the others took hours for. */
    private boolean take(String name, Measure measure, Stage stage, List<Row> rows) throws InterruptedException {
        try {
            rows.addAll(measure.run(stage));
            return true;
        } catch (InterruptedException | StopSignal.Stopped e) {
            throw e;
        } catch (Exception e) {
            e.printStackTrace(spec.commandLine().getErr());
            rows.add(Row.failed(name, e.toString()));
            return false;
        }
    }

    /** The JVM ends when its hooks have: this one lets everything end in order first. */
    private void awaitStop(CountDownLatch stopped) {
        stop.give();
        try {
            stopped.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
