package dev.vto.catalog.domain.job;

import dev.vto.shared.job.JobKind;
import java.time.Duration;
import java.util.Map;

/**
 * How much there is to do at a moment. Counts go up to a bound and no further; where nothing waits, ages are zero.
 *
 * @param lines of each kind of job
 * @param delayed jobs whose backoff is not over
 * @param oldestHeartbeat age of the oldest heartbeat of a running job
 * @param unsent events that wait to be sent
 * @param oldestUnsent age of the event that waits longest
 * @param parked events that cannot be sent
 */
public record Backlog(
        Map<JobKind, Line> lines,
        long delayed,
        Duration oldestHeartbeat,
        long unsent,
        Duration oldestUnsent,
        long parked) {

    /**
     * Jobs of one kind.
     *
     * @param waiting could be claimed now
     * @param oldestWaiting how long the one that waits longest has waited, since it was submitted or came back
     */
    public record Line(long waiting, long running, Duration oldestWaiting) {}

    public Backlog {
        lines = Map.copyOf(lines);
    }
}
