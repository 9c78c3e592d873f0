package dev.vto.bench.jobs.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long things took, in milliseconds.
 *
 * @param count of what was done
 * @param failed of what was not
 */
public record Latencies(long count, long failed, double p50, double p99, double most) {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS = 1e3;

    /** Takes what is measured on any thread. */
    static Histogram histogram() {
        return new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    static Latencies of(Histogram histogram, long failed) {
        return new Latencies(
                histogram.getTotalCount(),
                failed,
                histogram.getValueAtPercentile(50) / MICROS,
                histogram.getValueAtPercentile(99) / MICROS,
                histogram.getMaxValue() / MICROS);
    }
}
