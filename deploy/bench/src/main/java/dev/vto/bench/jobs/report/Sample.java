package dev.vto.bench.jobs.report;

import dev.vto.bench.jobs.load.Latencies;
import java.util.Arrays;

/**
 * What one round of one contender brought; NaN for what it does not measure.
 *
 * @param value in the unit of its measure
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
public record Sample(double value, double p50, double p99) {

    /** Nothing but a value. */
    public static Sample of(double value) {
        return new Sample(value, Double.NaN, Double.NaN);
    }

    public static Sample rate(double value, Latencies latencies) {
        return new Sample(value, latencies.p50(), latencies.p99());
    }

    /** Its value is the median. */
    public static Sample latency(Latencies latencies) {
        return new Sample(latencies.p50(), latencies.p50(), latencies.p99());
    }

    /** The same of single ones in milliseconds, in any order. */
    public static Sample latency(double... millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Sample(percentile(sorted, 50), percentile(sorted, 50), percentile(sorted, 99));
    }

    /** The least value that so many percent of all do not exceed. */
    static double percentile(double[] sorted, double percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }
}
