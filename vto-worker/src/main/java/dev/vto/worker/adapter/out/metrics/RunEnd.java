package dev.vto.worker.adapter.out.metrics;

import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.GenerationFailed;

/**
 * How a run ended, as metrics and traces tell it. Outcomes are those of {@code job_attempt} (succeeded, retrying, failed,
 * interrupted, canceled), and {@code superseded} where the job was no longer this run's, {@code lost} where its end could
 * not be written.
 */
public record RunEnd(String outcome, String errorCode) {

    public static final String NO_ERROR = "none";

    public static final RunEnd SUCCEEDED = new RunEnd("succeeded", NO_ERROR);
    public static final RunEnd INTERRUPTED = new RunEnd("interrupted", NO_ERROR);
    public static final RunEnd LOST = new RunEnd("lost", NO_ERROR);

    private static final RunEnd CANCELED = new RunEnd("canceled", NO_ERROR);
    private static final RunEnd SUPERSEDED = new RunEnd("superseded", NO_ERROR);

    public static RunEnd failed(GenerationFailed failure) {
        return new RunEnd("failed", failure.code().wireName());
    }

    public static RunEnd retrying(GenerationFailed failure) {
        return new RunEnd("retrying", failure.code().wireName());
    }

    /** What came of it where the run asked for this end. */
    public RunEnd taken(Ended ended) {
        return switch (ended) {
            case DONE -> this;
            case CANCELED -> CANCELED;
            case SUPERSEDED -> SUPERSEDED;
        };
    }
}
