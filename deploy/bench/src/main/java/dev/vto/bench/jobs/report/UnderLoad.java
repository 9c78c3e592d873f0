package dev.vto.bench.jobs.report;

/**
 * One round of a contender under load: as much as can be for the rate, then a part of that, when it is due, for the
 * latencies.
 *
 * @param done how much was done in all, warm-up included
 */
public record UnderLoad(Sample sample, long done) {}
