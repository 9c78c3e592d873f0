package dev.vto.catalog.adapter.out.kafka;

import dev.vto.shared.event.JobEventType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Jobs whose doorbell was published: they wait as QUEUED. That is written a moment later, for many at once. A worker with a
 * free slot has claimed the job by then; its row need not be written twice, and is not held just when the claim comes.
 */
final class RungJobs {

    static final Duration MOMENT = Duration.ofMillis(100);

    private record Rung(UUID job, long at) {}

    private final OutboxTable table;
    private final LongSupplier nanos;
    private final Queue<Rung> rung = new ArrayDeque<>();

    /**
     * Goes on where the relay before ended.
     *
     * @param nanos a clock such as {@link System#nanoTime()}
     */
    RungJobs(OutboxTable table, LongSupplier nanos) throws SQLException {
        this.table = table;
        this.nanos = nanos;
        table.queueRung();
    }

    /** Whatever was published. */
    void add(OutboxTable.Event published) {
        if (published.type().equals(JobEventType.REQUESTED.type())) {
            rung.add(new Rung(UUID.fromString(published.key()), nanos.getAsLong()));
        }
    }

    /** Writes what is due. */
    void queue() throws SQLException {
        long now = nanos.getAsLong();
        List<UUID> due = new ArrayList<>();
        for (Rung next = rung.peek(); next != null && now - next.at() >= MOMENT.toNanos(); next = rung.peek()) {
            due.add(rung.remove().job());
        }
        if (!due.isEmpty()) {
            table.queue(due);
        }
    }
}
