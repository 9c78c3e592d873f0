package dev.vto.worker.adapter.out.log;

import dev.vto.shared.adapter.log.LogIds;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.LostRun;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A queue that tells of runs which did not succeed. What a backend said of a failure is in {@code job_attempt} alone: it may
 * repeat what users sent.
 */
public final class LoggedJobQueue implements JobQueue {

    private static final Logger LOG = Logger.getLogger(LoggedJobQueue.class);

    private final JobQueue queue;

    public LoggedJobQueue(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return queue.claim(most);
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return queue.heartbeat(progress);
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return queue.succeed(job, made);
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return queue.fail(job, failure)
                .invoke(ended -> tell(
                        job,
                        ended,
                        () -> LOG.warnf(
                                ours(failure),
                                "the job failed by %s at attempt %d",
                                failure.code().wireName(),
                                job.attempt())));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return queue.retryLater(job, failure, delay)
                .invoke(ended -> tell(
                        job,
                        ended,
                        () -> LOG.infof(
                                ours(failure),
                                "attempt %d of %d ended by %s; the next one is due in %s",
                                job.attempt(),
                                job.maxAttempts(),
                                failure.code().wireName(),
                                delay)));
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return queue.handBack(job).invoke(ended -> tell(job, ended, () -> LOG.info("the job is handed back")));
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return queue.sweep(lease, maxLosses).invoke(swept -> swept.lost().forEach(LoggedJobQueue::tellLost));
    }

    private static void tell(ClaimedJob job, Ended ended, Runnable asAsked) {
        new LogIds(job.id(), job.ownerId(), job.traceparent())
                .during(
                        switch (ended) {
                            case DONE -> asAsked;
                            case CANCELED -> () -> LOG.info("the job is cancelled");
                            case SUPERSEDED -> () -> LOG.warnf("claim %d of the job counts no more", job.claim());
                        });
    }

    private static void tellLost(LostRun run) {
        new LogIds(run.id(), run.ownerId(), null)
                .during(() -> LOG.warnf("claim %d of the job was lost with its worker", run.claim()));
    }

    /** The stack trace of what should not have happened; a backend's own failure has none that tells anything. */
    private static @Nullable Throwable ours(GenerationFailed failure) {
        return failure.code() == FailureCode.INTERNAL ? failure.getCause() : null;
    }
}
