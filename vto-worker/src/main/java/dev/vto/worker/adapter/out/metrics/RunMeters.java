package dev.vto.worker.adapter.out.metrics;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/** Meters of runs, by how they ended. */
public final class RunMeters {

    private static final Duration[] BUCKETS = Stream.of(
                    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 900.0)
            .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter rescued;

    public RunMeters(MeterRegistry registry) {
        this.registry = registry;
        rescued = Counter.builder("vto.jobs.rescued")
                .description("Jobs that this worker took back from others that were lost")
                .register(registry);
        Stream.of("succeeded", "interrupted", "canceled", "superseded", "lost")
                .forEach(outcome -> outcomes(outcome, RunEnd.NO_ERROR));
        for (FailureCode code : FailureCode.values()) {
            outcomes("failed", code.wireName());
            if (code.retryable()) {
                outcomes("retrying", code.wireName());
            }
        }
    }

    void claimed(JobKind kind, Duration waited) {
        Timer.builder("vto.job.wait")
                .description("From when a job could be claimed to its claim")
                .tag("kind", kind.name())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(waited);
    }

    void ended(JobKind kind, Duration took, RunEnd end) {
        Timer.builder("vto.job.run")
                .description("From the claim of a job to the end of the run")
                .tags("kind", kind.name(), "outcome", end.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        outcomes(end.outcome(), end.errorCode()).increment();
    }

    void rescued(int jobs) {
        rescued.increment(jobs);
    }

    /** All of them are there from the start: where a counter begins with its first event, nobody sees that it rose. */
    private Counter outcomes(String outcome, String errorCode) {
        return Counter.builder("vto.job.outcomes")
                .description("How runs ended")
                .tags("outcome", outcome, "error_code", errorCode)
                .register(registry);
    }
}
