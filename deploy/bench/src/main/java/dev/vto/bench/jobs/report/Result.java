package dev.vto.bench.jobs.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** All rounds of one contender. */
public record Result(String name, List<Sample> rounds) {

    public Result {
        rounds = List.copyOf(rounds);
    }

    /** Of what its rounds brought, each figure by itself; NaN where it was not measured. */
    public Sample median() {
        return new Sample(median(Sample::value), median(Sample::p50), median(Sample::p99));
    }

    private double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
