package dev.vto.catalog.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what was deleted can be taken back. It is removed a day after that: nobody takes back what is being removed,
 * however the clocks of the instances differ.
 */
public record Retention(Duration time) {

    private static final Duration GRACE = Duration.ofDays(1);

    /** @throws IllegalArgumentException if it is negative */
    public Retention {
        if (time.isNegative()) {
            throw new IllegalArgumentException("what is deleted cannot be kept for " + time);
        }
    }

    /** What was deleted before this time is gone for good. */
    public Instant since(Instant now) {
        return now.minus(time);
    }

    /** What was deleted before this time is to be removed. */
    public Instant removedBefore(Instant now) {
        return since(now).minus(GRACE);
    }
}
