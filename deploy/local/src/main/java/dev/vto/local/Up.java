package dev.vto.local;

import dev.vto.local.demo.Demo;
import dev.vto.local.demo.DemoFailure;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that starts the local stack, and stays until it is told to stop or has shown the demo. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts PostgreSQL, Kafka, the catalog and the workers on this machine, until Ctrl-C.",
        footerHeading = "%nSettings of the environment:%n",
        footer = {
            "  VTO_HTTP_PORT    port of the API (8080); 0 takes a free one",
            "  VTO_PG_PORT      port of PostgreSQL (a free one)",
            "  VTO_KAFKA_PORT   port of Kafka (a free one)",
            "  VTO_HOME         data folder (.vto of the project)",
            "Every other VTO_ setting reaches the services."
        })
final class Up implements Callable<Integer> {

    private static final int MAX_WORKERS = 64;
    private static final int STOP_LIMIT_SECONDS = 120;

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final StopSignal stop = new StopSignal();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(exclusive = false)
    @Nullable
    private DemoOptions demoOptions;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Worker processes, 0 to " + MAX_WORKERS + " (${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--ephemeral",
            description = "Throw the data away at the end; with --demo all but the results, which stay in the folder"
                    + " media. The data lies in a temporary folder, or in VTO_HOME, which must then be empty.")
    private boolean ephemeral;

    @Option(
            names = "--generator",
            paramLabel = "NAME",
            defaultValue = "${env:VTO_GENERATOR:-studio}",
            description = "Generation backend: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}). Hosted ones need a key,"
                    + " others a server.")
    private Generator generator = Generator.studio;

    /** Named as they are typed. */
    private enum Generator {
        studio,
        simulated,
        fashn,
        fal,
        kling,
        replicate,
        vertex,
        cog,
        comfyui
    }

    /** The demo and what it is made with. */
    private static final class DemoOptions {

        @Option(
                names = "--demo",
                required = true,
                description = "Run a demo: sign a user in, upload photos, make pictures, a video and a letter, check"
                        + " them, say where they are, and stop. Exits 0 only when all of them are there.")
        private boolean demo;

        @Option(
                names = "--photos",
                paramLabel = "DIR",
                description = "The demo's photos, in place of its own: files named by slot, as upperFront.jpg,"
                        + " bottomBack.png or onepieceFront.webp. What is missing is not worn.")
        @Nullable
        private Path photos;
    }

    Up(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        boolean interactive = Boolean.getBoolean("vto.terminal");
        System.exit(commandLine(new Up(System.getenv(), Terminal.on(System.out, interactive)))
                .execute(arguments));
    }

    static CommandLine commandLine(Up up) {
        return new CommandLine(up)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println("up: " + wrong.getMessage() + "\nup --help tells the rest");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackFailure || failure instanceof DemoFailure) {
                        command.getErr().println("up: " + failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        @Nullable Demo demo = check();
        Path project = Path.of(environment.getOrDefault("VTO_PROJECT", "."))
                .toAbsolutePath()
                .normalize();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stopped), "up-stop"));
        try {
            DataFolder data = DataFolder.choose(environment, project, ephemeral);
            try {
                run(
                        new StackOptions(
                                project, data.path(), workers, generator.name(), environment, new Network() {}),
                        demo);
            } finally {
                data.end(demo != null);
            }
        } catch (StopSignal.Stopped e) {
            terminal.say("stopped");
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** What picocli cannot check, before anything starts. */
    private @Nullable Demo check() {
        if (workers < 0 || workers > MAX_WORKERS) {
            throw wrong("--workers is 0 to " + MAX_WORKERS + ", not " + workers);
        }
        if (demoOptions == null) {
            return null;
        }
        if (workers == 0) {
            throw wrong("the demo needs a worker: --workers is at least 1");
        }
        try {
            return Demo.with(demoOptions.photos, terminal);
        } catch (DemoFailure e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void run(StackOptions options, @Nullable Demo demo) throws InterruptedException {
        long begun = System.nanoTime();
        try (Stack stack = Stack.start(options, terminal, stop)) {
            StackFile file = stack.file();
            terminal.say("ready after %.1f s: %s (details in %s)"
                    .formatted(
                            (System.nanoTime() - begun) / 1e9,
                            file.catalogUrl(),
                            options.home().resolve("stack.json")));
            if (demo == null) {
                stop.await();
            } else {
                demo.run(
                        URI.create(file.catalogUrl()),
                        Path.of(file.mediaDir()),
                        terminal,
                        stop,
                        stack.services()::outage);
                terminal.say("all results are there; the files stay in " + file.mediaDir()
                        + ", and the URLs open while the stack runs");
            }
        }
    }

    /** The JVM ends when its hooks have: this one lets the stack stop in order first. */
    private void awaitStop(CountDownLatch stopped) {
        stop.give();
        try {
            if (!stopped.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                terminal.say("the stack did not stop in " + STOP_LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
