package dev.vto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Remembers which processes a stack started, so that the next one can end what a killed one left. A process is only
 * taken for one of ours where its id and the instant of its start agree.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Path file;
    private final Duration patience;
    private final List<String> entries = new ArrayList<>();

    Leftovers(Path file) {
        this(file, PATIENCE);
    }

    /** @param patience with a process that was asked to end, before it is ended by force */
    Leftovers(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    void remember(ProcessHandle process) {
        entries.add(
                process.pid() + " " + startOf(process).map(Instant::toString).orElse("-"));
        try {
            Files.write(file, entries);
        } catch (IOException e) {
            throw new StackFailure("the process ids cannot be kept in " + file, e);
        }
    }

    /** Ends what an earlier stack left running; most of it is on its way out already. */
    void end() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            List<ProcessHandle> running = Files.readAllLines(file).stream()
                    .flatMap(line -> find(line).stream())
                    .toList();
            running.forEach(ProcessHandle::destroy);
            running.forEach(this::awaitEnd);
            forget();
        } catch (IOException e) {
            throw new StackFailure("the process ids of an earlier stack cannot be read from " + file, e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be removed", e);
        }
    }

    private static Optional<ProcessHandle> find(String line) {
        String[] parts = line.split(" ", 2);
        if (parts.length < 2 || !NUMBER.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0])).filter(process -> startOf(process)
                .map(Instant::toString)
                .filter(parts[1]::equals)
                .isPresent());
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    private void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new StackFailure("process " + process.pid() + " of an earlier stack cannot be awaited", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
