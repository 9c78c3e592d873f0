package dev.vto.catalog.domain;

import java.time.Duration;
import java.time.Instant;

/** How long what was deleted can be taken back. */
public record Retention(Duration time) {

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
}
