package dev.vto.bench.jobs.report;

/** One who is measured, round by round. */
public interface Contender {

    String name();

    /** Why it cannot be measured here, or empty. */
    default String absence() {
        return "";
    }

    /** Measures once, from a clean start to a clean end. */
    Sample round() throws Exception;
}
