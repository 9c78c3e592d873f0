package dev.vto.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that starts the local stack and stays until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts PostgreSQL, Kafka, the catalog and the workers on this machine, until Ctrl-C.")
final class Up implements Callable<Integer> {

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final Map<String, String> environment;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Worker processes (${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--ephemeral", description = "Throw the data away at the end.")
    private boolean ephemeral;

    @Option(
            names = "--generator",
            paramLabel = "NAME",
            defaultValue = "simulated",
            description = "Generation backend: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Generator generator = Generator.simulated;

    /** Named as they are typed. */
    private enum Generator {
        simulated
    }

    Up(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Up(System.getenv()))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof StackFailure)) {
                        throw failure;
                    }
                    command.getErr().println("up: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(environment.getOrDefault("VTO_PROJECT", "."))
                .toAbsolutePath()
                .normalize();
        Path home = ephemeral ? Files.createTempDirectory("vto-stack") : home(project);
        long begun = System.nanoTime();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "up-stop"));
        try (Stack stack =
                Stack.start(new StackOptions(project, home, workers, generator.name(), environment), Up::say)) {
            say("ready after %.1f s: %s (details in %s)"
                    .formatted(
                            (System.nanoTime() - begun) / 1e9, stack.file().catalogUrl(), home.resolve("stack.json")));
            stop.await();
        } finally {
            if (ephemeral) {
                delete(home);
            }
            stopped.countDown();
        }
        return 0;
    }

    private Path home(Path project) {
        String set = environment.get("VTO_HOME");
        return set == null || set.isBlank()
                ? project.resolve(".vto")
                : Path.of(set).toAbsolutePath();
    }

    /** The JVM ends when its hooks have: this one lets the stack stop in order first. */
    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            if (!stopped.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                say("the stack did not stop in " + STOP_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
