package dev.vto.worker.application.port;

import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.LostRun;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queue of jobs, and with each change the event that tells of it. Whatever ends a run is fenced by (id, claim): it
 * answers {@link Ended#SUPERSEDED} and writes nothing where the row is no longer this run's.
 */
public interface JobQueue {

    /** How the end of a run was taken. */
    enum Ended {
        /** As asked. */
        DONE,
        /** The job was to be cancelled, or what it belongs to is deleted: it ended CANCELED, without results. */
        CANCELED,
        /** The row is no longer this run's. */
        SUPERSEDED
    }

    /**
     * What a sweep found.
     *
     * @param due how many jobs' backoff was over
     */
    record Swept(int due, List<LostRun> lost) {}

    /**
     * Takes up to so many waiting jobs, the most urgent first. After a claim that failed, what that one took all the same
     * comes before anything else.
     */
    Uni<List<ClaimedJob>> claim(int most);

    /**
     * Extends the lease of running jobs and stores their progress.
     *
     * @param progress of each run, 0 to 1
     * @return the runs that still count and are not to be cancelled
     */
    Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress);

    /** Writes results, counters, keys, the job's end and its event, all or nothing. */
    Uni<Ended> succeed(ClaimedJob job, Made made);

    /** Ends the job as failed. */
    Uni<Ended> fail(ClaimedJob job, GenerationFailed failure);

    /** Lets the job wait for its next attempt. */
    Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay);

    /** Gives the job back unfinished; the attempt does not count. */
    Uni<Ended> handBack(ClaimedJob job);

    /**
     * Takes back jobs whose worker stopped its heartbeat, and lets those whose backoff is over be claimed.
     *
     * @param lease how long a heartbeat is good
     * @param maxLosses after so many lost workers a job fails
     */
    Uni<Swept> sweep(Duration lease, int maxLosses);
}
