package dev.vto.bench.jobs.report;

/**
 * One round of a contender under load: as much as can be for the rate, then a part of that, when it is due, for the
 * latencies.
 *
 * @param done how much was done in all, warm-up included
 * @param unanswered how much more may have been done at most, since nobody waited for the last answers
 */
public record UnderLoad(Sample sample, long done, long unanswered) {}
