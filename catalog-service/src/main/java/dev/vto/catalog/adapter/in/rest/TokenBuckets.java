package dev.vto.catalog.adapter.in.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often each of many may ask: a bucket of tokens for each, filled evenly over a window. Buckets that nobody used
 * for a window are full again, and forgotten.
 */
final class TokenBuckets {

    private static final int MOST_BUCKETS = 100_000;

    private final long tokens;
    private final Duration window;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /** @param tokens how many requests may come within the window, and at once */
    TokenBuckets(long tokens, Duration window, TimeMeter clock) {
        this.tokens = tokens;
        this.window = window;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(window)
                .build();
    }

    /**
     * Whether a request may go on.
     *
     * @param remaining tokens that are left
     * @param retryAfter until there is a token again; zero where one was taken
     */
    record Verdict(boolean allowed, long remaining, Duration retryAfter) {}

    Verdict take(String whose) {
        ConsumptionProbe probe = buckets.get(whose, key -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    long tokens() {
        return tokens;
    }

    Duration window() {
        return window;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, window))
                .withCustomTimePrecision(clock)
                .build();
    }
}
