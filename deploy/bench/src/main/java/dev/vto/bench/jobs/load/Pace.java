package dev.vto.bench.jobs.load;

import java.util.concurrent.locks.LockSupport;

/** Waits for the moments of a schedule, to some 50 µs. */
final class Pace {

    private final long begun = System.nanoTime();

    /**
     * Waits until so long after the beginning, or not at all where that is over.
     *
     * @return the moment for which it waited, by {@link System#nanoTime()}
     */
    long await(long dueNanos) {
        long due = begun + dueNanos;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
