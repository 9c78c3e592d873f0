package dev.vto.bench.jobs.report;

/** One who is measured, round by round. */
public interface Contender {

    String name();

    /** Measures once, from a clean start to a clean end. */
    Sample round() throws Exception;
}
