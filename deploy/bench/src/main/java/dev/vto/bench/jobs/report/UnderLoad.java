package dev.vto.bench.jobs.report;

import dev.vto.bench.jobs.load.ClosedLoop.Counted;

/**
 * One round of a contender under load: as much as can be for the rate, then a part of that, when it is due, for the
 * latencies.
 *
 * @param done how much was done in all, warm-up included
 * @param unanswered how much more may have been done at most, since nobody waited for the last answers
 */
public record UnderLoad(Sample sample, long done, long unanswered) {

    /** The same latencies, and the rate that a cheaper client reached. */
    public UnderLoad beside(Counted most) {
        return new UnderLoad(
                new Sample(most.rate(), sample.p50(), sample.p99()), done + most.all(), unanswered + most.unanswered());
    }
}
