package dev.vto.worker.application;

import dev.vto.shared.id.JobId;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs as many jobs at once as it has slots: claims when it is nudged and a slot is free, keeps the leases of what
 * runs, stops what is no longer its own, and at the end drains.
 */
public final class Worker {

    /** Makes a job's results; cancelling stops it. */
    public interface Run extends BiFunction<ClaimedJob, Consumer<Double>, Uni<Made>> {}

    private final JobQueue queue;
    private final Run run;
    private final EndRun end;
    private final int slots;
    private final Consumer<Throwable> onTrouble;
    private final Map<JobId, Slot> running = new HashMap<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private boolean accepting = true;
    private boolean claiming;
    private boolean nudgedMeanwhile;

    /** @param onTrouble told of what went wrong with the queue itself; what it concerns is tried again or rescued */
    public Worker(JobQueue queue, Run run, EndRun end, int slots, Consumer<Throwable> onTrouble) {
        this.queue = queue;
        this.run = run;
        this.end = end;
        this.slots = slots;
        this.onTrouble = onTrouble;
    }

    /** One running job. */
    private static final class Slot {

        private final ClaimedJob job;
        private volatile double progress;

        @Nullable
        private Cancellable generation;

        private Slot(ClaimedJob job) {
            this.job = job;
        }
    }

    /** Says that there may be work; many nudges at once are one. */
    public void nudge() {
        int free;
        synchronized (running) {
            if (claiming) {
                nudgedMeanwhile = true;
                return;
            }
            free = slots - running.size();
            if (!accepting || free == 0) {
                return;
            }
            claiming = true;
        }
        queue.claim(free).subscribe().with(this::claimed, trouble -> {
            claimed(List.of());
            onTrouble.accept(trouble);
        });
    }

    /** Keeps the leases, and stops what was cancelled or taken away. */
    public void beat() {
        Map<ClaimedJob, Double> progress = new HashMap<>();
        synchronized (running) {
            running.values().forEach(slot -> progress.put(slot.job, slot.progress));
        }
        if (progress.isEmpty()) {
            return;
        }
        queue.heartbeat(progress)
                .subscribe()
                .with(
                        ours -> progress.keySet().stream()
                                .filter(job -> !ours.contains(job.id()))
                                .forEach(this::interrupt),
                        onTrouble);
    }

    /** How many jobs run. */
    public int busy() {
        synchronized (running) {
            return running.size();
        }
    }

    /** Claims no more. The future completes when nothing runs any more. */
    public CompletableFuture<Void> stopClaiming() {
        synchronized (running) {
            accepting = false;
            completeWhenIdle();
        }
        return idle;
    }

    /** Stops what still runs and gives it back. */
    public void handBackAll() {
        List<ClaimedJob> left;
        synchronized (running) {
            left = running.values().stream().map(slot -> slot.job).toList();
        }
        left.forEach(this::interrupt);
    }

    private void claimed(List<ClaimedJob> jobs) {
        boolean again;
        synchronized (running) {
            claiming = false;
            again = nudgedMeanwhile;
            nudgedMeanwhile = false;
            jobs.forEach(job -> running.put(job.id(), new Slot(job)));
        }
        jobs.forEach(this::start);
        if (again) {
            nudge();
        }
    }

    private void start(ClaimedJob job) {
        Slot slot;
        synchronized (running) {
            slot = running.get(job.id());
        }
        if (slot == null) {
            return;
        }
        Cancellable generation = run.apply(job, fraction -> slot.progress = fraction)
                .subscribe()
                .with(made -> settle(job, end.succeeded(job, made)), failure -> settle(job, end.failed(job, failure)));
        synchronized (running) {
            slot.generation = generation;
        }
    }

    /** The row tells whether it was cancelled, taken away, or is to wait for another worker. */
    private void interrupt(ClaimedJob job) {
        Cancellable generation;
        synchronized (running) {
            Slot slot = running.get(job.id());
            generation = slot == null ? null : slot.generation;
        }
        if (generation != null) {
            generation.cancel();
            settle(job, queue.handBack(job));
        }
    }

    private void settle(ClaimedJob job, Uni<Ended> ending) {
        ending.subscribe().with(ended -> free(job), trouble -> {
            free(job);
            onTrouble.accept(trouble);
        });
    }

    private void free(ClaimedJob job) {
        synchronized (running) {
            running.remove(job.id());
            completeWhenIdle();
        }
        nudge();
    }

    private void completeWhenIdle() {
        if (!accepting && !claiming && running.isEmpty()) {
            idle.complete(null);
        }
    }
}
