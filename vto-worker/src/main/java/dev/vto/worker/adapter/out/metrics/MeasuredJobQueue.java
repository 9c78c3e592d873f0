package dev.vto.worker.adapter.out.metrics;

import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import dev.vto.worker.domain.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A queue whose runs are counted and timed, from their claim to their end. */
public final class MeasuredJobQueue implements JobQueue {

    private final JobQueue queue;
    private final RunMeters meters;
    private final Map<RunId, Long> begun = new ConcurrentHashMap<>();

    public MeasuredJobQueue(JobQueue queue, RunMeters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return queue.claim(most)
                .invoke(jobs -> jobs.forEach(job -> {
                    begun.put(job.run(), System.nanoTime());
                    meters.claimed(job.spec().kind(), job.waited());
                }));
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return queue.heartbeat(progress);
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return measured(job, RunEnd.SUCCEEDED, queue.succeed(job, made));
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return measured(job, RunEnd.failed(failure), queue.fail(job, failure));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return measured(job, RunEnd.retrying(failure), queue.retryLater(job, failure, delay));
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return measured(job, RunEnd.INTERRUPTED, queue.handBack(job));
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return queue.sweep(lease, maxLosses)
                .invoke(swept -> meters.rescued(swept.lost().size()));
    }

    /** The run is over when its end is asked for, but how it ended only the queue tells. */
    private Uni<Ended> measured(ClaimedJob job, RunEnd asked, Uni<Ended> end) {
        Long since = begun.remove(job.run());
        Duration took = since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
        return end.invoke(ended -> meters.ended(job.spec().kind(), took, asked.taken(ended)))
                .onFailure()
                .invoke(unwritten -> meters.ended(job.spec().kind(), took, RunEnd.LOST));
    }
}
