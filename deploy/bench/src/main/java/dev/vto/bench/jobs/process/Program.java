package dev.vto.bench.jobs.process;

import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine that is run to its end. */
public final class Program {

    private static final long LOOK_EVERY_MILLIS = 50;

    private Program() {}

    /** Where a program is on the path, if it is there. */
    public static Optional<Path> find(String name) {
        return find(name, System.getenv().getOrDefault("PATH", ""));
    }

    /** Where a program is in one of such folders. */
    static Optional<Path> find(String name, String path) {
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs it; it is ended with whoever waits for it.
     *
     * @param environment beside that of this process
     * @param folder in which it runs, and leaves what it prints
     * @return what it prints
     * @throws BenchFailure if it fails or takes longer
     */
    public static String run(
            List<String> command, Map<String, String> environment, Path folder, Duration limit, StopSignal stop)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                stop.check();
                if (System.nanoTime() > deadline) {
                    throw new BenchFailure(command.get(0) + " did not end in " + limit.toSeconds() + " s");
                }
            }
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(printed);
        if (process.exitValue() != 0) {
            throw new BenchFailure(
                    command.get(0) + " ended with exit code " + process.exitValue() + ": " + output.strip());
        }
        return output;
    }
}
