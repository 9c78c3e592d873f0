package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.JobEvent;
import dev.vto.shared.id.JobId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The job events that were sent, by their position. Positions become visible in their order: once one is, nothing new
 * appears at or below it. Doorbells are not among them.
 */
public interface SentEvents {

    /**
     * What is kept of all that was sent.
     *
     * @param oldest the lowest position that is kept
     * @param newest the highest position that was given
     */
    record Kept(long oldest, long newest) {

        /** Before anything was sent. */
        public static final Kept NOTHING = new Kept(1, 0);

        /** Whether everything that was sent after this position is kept. */
        public boolean allAfter(long position) {
            return oldest - 1 <= position && position <= newest;
        }
    }

    Uni<Kept> kept();

    /** The first events after a position, in their order. */
    Uni<List<JobEvent>> after(long position, int limit);

    /** The first of them in a scope, up to a position that is included. */
    Uni<List<JobEvent>> of(EventScope scope, long after, long upTo, int limit);

    /** Whether there are events of the job after a position, be they sent or still waiting to be. */
    Uni<Boolean> moreOf(JobId job, long after);
}
