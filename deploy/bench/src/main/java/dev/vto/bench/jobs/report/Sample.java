package dev.vto.bench.jobs.report;

import dev.vto.bench.jobs.load.Latencies;

/**
 * What one round of one contender brought; NaN for what it does not measure.
 *
 * @param value in the unit of its measure
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
public record Sample(double value, double p50, double p99) {

    public static Sample rate(double value) {
        return new Sample(value, Double.NaN, Double.NaN);
    }

    public static Sample rate(double value, Latencies latencies) {
        return new Sample(value, latencies.p50(), latencies.p99());
    }

    /** Its value is the median. */
    public static Sample latency(Latencies latencies) {
        return new Sample(latencies.p50(), latencies.p50(), latencies.p99());
    }
}
