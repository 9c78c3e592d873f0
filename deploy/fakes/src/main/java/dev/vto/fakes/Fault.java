package dev.vto.fakes;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a backend can do wrong. Those of requests happen where they are injected, those of jobs at their submission. */
public enum Fault {
    /** Too many requests, without a hint when to come again. */
    RATE_LIMITED,
    /** Too many requests, with a {@code Retry-After} of a second. */
    RATE_LIMITED_WITH_HINT,
    /** No slot is free. */
    BUSY,
    /** No money is left. */
    OUT_OF_CREDIT,
    /** HTTP 500. */
    SERVER_ERROR,
    /** The connection is cut before an answer; nothing was done. */
    CUT,
    /** The connection is cut before the answer to what was done. */
    CUT_AFTERWARDS,
    /** The answer comes after half a second. */
    SLOW,
    /** A job is declined for what its pictures show. */
    MODERATED,
    /** A job cannot use its pictures. */
    UNUSABLE,
    /** A job breaks for a passing reason. */
    BROKEN,
    /** What a job makes ends before it is whole. */
    CUT_SHORT,
    /** The file that a job has made is gone. */
    EXPIRED,
    /** A job never ends. */
    ENDLESS,
    /** Answers about a job come twice, and later than those that were given after them. */
    OUT_OF_ORDER;

    /** Whether it befalls a job, and not a request. */
    public boolean isOfJob() {
        return compareTo(MODERATED) >= 0;
    }

    /** As it is typed: {@code rate-limited}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a fault is one of "
                        + Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", ")) + ", not "
                        + label));
    }
}
