package dev.vto.bench.jobs.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of the benchmark that does what it is asked: one with a {@link Role}, or one that speaks as they do. */
public final class Child implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far beyond what a loaded machine takes. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration END_LIMIT = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final String name;
    private final Process process;
    private final Path log;
    private final StopSignal stop;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Child(String name, Process process, Path log, StopSignal stop) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.stop = stop;
        this.orders = process.outputWriter();
        Thread reader = new Thread(this::read, name + "-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one with a role, on this process' class path, and waits until it listens.
     *
     * @param options of its JVM
     * @param classes after this process' own class path, or empty
     * @param log of what it prints; appended to
     * @param stop ends whatever it is waited for
     */
    public static Child start(
            Class<? extends Role> role, List<String> options, String classes, Path log, StopSignal stop)
            throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path") + (classes.isEmpty() ? "" : File.pathSeparator + classes),
                RoleProcess.class.getName(),
                role.getName()));
        return start(role.getSimpleName(), command, log, stop);
    }

    /**
     * The same of any program that reads a line of JSON for each order and answers with one, after an empty object as
     * soon as it listens.
     */
    public static Child start(String name, List<String> command, Path log, StopSignal stop)
            throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Child child = new Child(name, process, log, stop);
            try {
                child.answer(START_LIMIT);
                return child;
            } catch (RuntimeException | InterruptedException e) {
                child.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a process of the benchmark cannot be started", e);
        }
    }

    /**
     * Has it do something, and waits until that is done.
     *
     * @throws BenchFailure if it fails, dies or takes longer
     */
    public <T> T ask(String order, Object details, Class<T> answer, Duration limit) throws InterruptedException {
        try {
            orders.write(JSON.writeValueAsString(Map.of("order", order, "details", details)) + "\n");
            orders.flush();
            JsonNode answered = answer(limit);
            if (answered.has("failure")) {
                throw new BenchFailure(name + ", asked to " + order + ": "
                        + answered.path("failure").asText() + " (" + log + ")");
            }
            return JSON.treeToValue(answered.path("answer"), answer);
        } catch (IOException e) {
            throw new BenchFailure(name + ", asked to " + order + ", cannot be talked to: " + e.getMessage());
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it: in order where it hears, by force where it does not. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode answer(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            stop.check();
            @Nullable String line = answers.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                try {
                    return JSON.readTree(line);
                } catch (IOException e) {
                    throw new BenchFailure(name + " answered no JSON: " + line);
                }
            }
            if (!process.isAlive() && answers.isEmpty()) {
                throw new BenchFailure(name + " ended with exit code " + process.exitValue() + "; see " + log);
            }
        }
        throw new BenchFailure(name + " did not answer in " + limit.toSeconds() + " s; see " + log);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(line);
            }
        } catch (IOException e) {
            answers.add("{\"failure\": \"its answers cannot be read\"}");
        }
    }
}
