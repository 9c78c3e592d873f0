package dev.vto.bench.jobs.peer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** When jobs ended, one after another. */
final class Ended {

    private static final int MOST = 1_000_000;
    private static final double NANOS = 1e9;

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLongArray at = new AtomicLongArray(MOST);

    void count() {
        int n = count.getAndIncrement();
        if (n < at.length()) {
            at.set(n, System.nanoTime());
        }
    }

    /** How many ended a second, from the last of the warm-up to the last of all. */
    double rate(int warmUp, int all) {
        if (warmUp < 1 || all <= warmUp || all > count.get() || all > at.length()) {
            throw new IllegalStateException("of " + count.get() + " jobs that ended, no " + warmUp
                    + " and then some of " + all + " can be told apart");
        }
        return (all - warmUp) / ((at.get(all - 1) - at.get(warmUp - 1)) / NANOS);
    }
}
