package dev.vto.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code up} as its users run it: a process, on the packaged services. */
final class UpProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration END_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final Path home;
    private final Path log;

    private UpProcess(Process process, Path home, Path log) {
        this.process = process;
        this.home = home;
        this.log = log;
    }

    /** @param log gets the output; a new file for each process */
    static UpProcess start(Path home, Path log, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Project.ROOT
                                        .resolve("deploy/local/target/vto-local.jar")
                                        .toString()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "VTO_PROJECT", Project.ROOT.toString(), "VTO_HOME", home.toString(), "VTO_HTTP_PORT", "0"));
        builder.environment().putAll(settings);
        return new UpProcess(builder.start(), home, log);
    }

    /** @return what {@code stack.json} tells */
    JsonNode awaitReady() throws IOException {
        Path file = home.resolve("stack.json");
        await().atMost(START_LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("up ended with exit code " + process.exitValue() + ": " + output());
            }
            return output().contains("ready after") && Files.exists(file);
        });
        return new ObjectMapper().readTree(file.toFile());
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(END_LIMIT.plus(START_LIMIT).toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("up did not end: " + output());
        }
        return process.exitValue();
    }

    /** SIGTERM. */
    void tellToStop() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** Tells it to stop; a test that has something to say of its end awaits that itself. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(END_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
