package dev.vto.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for jobs to succeed, and shows how far they are. */
final class JobWatch {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Lines tell of every so many per cent. */
    private static final int STEP = 10;

    private final CatalogClient catalog;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Supplier<Optional<String>> outage;

    /** @param outage tells why no job can go on, if so */
    JobWatch(CatalogClient catalog, Terminal terminal, StopSignal stop, Supplier<Optional<String>> outage) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.stop = stop;
        this.outage = outage;
    }

    /**
     * Waits for the end of a job.
     *
     * @param name what the person at the terminal calls it
     * @throws DemoFailure if it ends in another way than with success, or not in time; with the job's own reason
     */
    JsonNode awaitSuccess(String id, String name) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Terminal.Task task = terminal.begin(name + ":")) {
            while (true) {
                JsonNode job = catalog.get("/v1/vto-jobs/" + id);
                String status = job.path("status").asText();
                double progress = job.path("progress").asDouble();
                switch (status) {
                    case "SUCCEEDED" -> {
                        task.at(1, "done");
                        return job;
                    }
                    case "FAILED", "CANCELED" -> throw ended(name, status, job);
                    case "RUNNING" -> task.at(progress, (int) (progress * 100) / STEP * STEP + " %");
                    default -> task.at(progress, "waiting");
                }
                outage.get().ifPresent(reason -> {
                    throw new DemoFailure(name + " cannot go on: " + reason);
                });
                if (System.nanoTime() > deadline) {
                    throw new DemoFailure(name + " did not end in " + LIMIT.toMinutes() + " minutes; its job " + id
                            + " is " + status);
                }
                stop.pause(POLL);
            }
        }
    }

    private static DemoFailure ended(String name, String status, JsonNode job) {
        return new DemoFailure("%s: the job %s %s after attempt %d of %d: %s (%s)"
                .formatted(
                        name,
                        job.path("id").asText(),
                        status.equals("FAILED") ? "failed" : "was cancelled",
                        job.path("attempt").asInt(),
                        job.path("maxAttempts").asInt(),
                        job.path("failReason").asText("no reason given"),
                        job.path("errorCode").asText("-")));
    }
}
