package dev.vto.bench.jobs.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * When work arrives that waits for nobody: whether an earlier piece is done or not.
 *
 * @param dueNanos since the beginning, in rising order
 */
public record Schedule(long[] dueNanos) {

    private static final double NANOS = 1e9;

    /**
     * Arrivals of a Poisson process, as of many users who do not know of each other. Equal seeds give equal schedules.
     *
     * @param rate arrivals a second
     */
    public static Schedule poisson(double rate, int count, long seed) {
        if (!(rate > 0) || count < 1) {
            throw new IllegalArgumentException(
                    "a rate above 0 and at least one arrival, not " + rate + " and " + count);
        }
        Random random = new Random(seed);
        long[] due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at -= Math.log(1 - random.nextDouble()) / rate * NANOS;
            due[i] = (long) at;
        }
        return new Schedule(due);
    }

    public int count() {
        return dueNanos.length;
    }

    /** From the beginning to the last arrival. */
    public Duration length() {
        return Duration.ofNanos(dueNanos[dueNanos.length - 1]);
    }

    LongStream stream() {
        return Arrays.stream(dueNanos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule && Arrays.equals(dueNanos, schedule.dueNanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dueNanos);
    }

    @Override
    public String toString() {
        return "Schedule[" + count() + " in " + length() + "]";
    }
}
