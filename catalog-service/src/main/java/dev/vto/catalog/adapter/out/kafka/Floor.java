package dev.vto.catalog.adapter.out.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Below which number of the outbox nothing waits any more. A scan that begins there passes over the index entries of what
 * was sent, which stay until they are vacuumed, and for as long as anybody holds an old snapshot.
 *
 * <p>Numbers are given out before they are committed, so what was sent last is a floor only when all transactions have
 * ended that were open by then: whoever writes an event has locked its job's row first, and has a number of its own
 * therefore, lower than that of the transaction that marked what was sent. Now and then a scan begins at the bottom, for
 * rows that somebody wants to be sent again.
 */
final class Floor {

    static final Duration WHOLE_SCANS = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private long wholeScan;
    private long floor;
    private long next;
    private long nextMarkedBy = Long.MAX_VALUE;

    Floor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.wholeScan = nanoTime.getAsLong();
    }

    /** The number that the next scan begins after. */
    long from() {
        long now = nanoTime.getAsLong();
        if (now - wholeScan < WHOLE_SCANS.toNanos()) {
            return floor;
        }
        wholeScan = now;
        return 0;
    }

    /**
     * All of what a scan found is sent.
     *
     * @param last the highest number among it
     * @param ended all transactions with lower numbers had ended before the scan
     * @param markedBy the number of the transaction that marked it
     */
    void sent(long last, long ended, long markedBy) {
        if (ended >= nextMarkedBy) {
            floor = Math.max(floor, Math.min(next, last));
            nextMarkedBy = Long.MAX_VALUE;
        }
        if (nextMarkedBy == Long.MAX_VALUE) {
            next = last;
            nextMarkedBy = markedBy;
        }
    }
}
