package dev.vto.worker.adapter.out.postgres;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a claim looks for jobs from the bottom of the queue. Index entries of what was claimed stay there until they are
 * vacuumed, and for as long as anybody holds an old snapshot, so most claims begin a little below the rank clocks: what is
 * submitted waits above them. What comes back to the queue, and kinds that others have left behind, wait below; they are
 * found now and then, and while there are any, every claim looks for them.
 */
final class WholeScans {

    static final Duration PERIOD = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private long last;
    private boolean below = true;

    WholeScans(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Whether the next claim is to begin at the bottom. */
    synchronized boolean isDue() {
        return below || nanoTime.getAsLong() - last >= PERIOD.toNanos();
    }

    /** @param below whether the scan that began at the bottom found anything that others would have passed over */
    synchronized void done(boolean below) {
        this.below = below;
        last = nanoTime.getAsLong();
    }
}
