package dev.vto.shared.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a job that failed for a passing reason is tried again: exponential backoff with jitter, never earlier than the
 * backend's own hint.
 *
 * @param base the mean delay after the first attempt
 * @param max the longest delay that we choose ourselves
 */
public record RetryPolicy(Duration base, Duration max) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** A hint beyond this is taken as this: a backend cannot park a job for ever. */
    public static final Duration MAX_HINT = Duration.ofHours(1);

    public RetryPolicy {
        if (base.isNegative() || base.isZero() || max.compareTo(base) < 0) {
            throw new IllegalArgumentException("backoff needs 0 < base <= max, not " + base + " and " + max);
        }
    }

    /**
     * The delay before the next attempt.
     *
     * @param attempt the attempt that has just failed, from 1
     * @param hint how long the backend asked us to wait, or null
     * @param random uniform in [0, 1): spreads the delay over half to one and a half times its mean
     */
    public Duration delayAfter(int attempt, @Nullable Duration hint, double random) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1, not " + attempt);
        }
        int doublings = Math.min(attempt - 1, 30);
        double mean = Math.min((double) max.toMillis(), base.toMillis() * Math.pow(2, doublings));
        Duration own = Duration.ofMillis(Math.round(mean * (0.5 + random)));
        if (hint == null || hint.compareTo(own) <= 0) {
            return own;
        }
        return hint.compareTo(MAX_HINT) > 0 ? MAX_HINT : hint;
    }
}
