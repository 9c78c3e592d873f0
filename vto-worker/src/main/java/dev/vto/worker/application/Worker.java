package dev.vto.worker.application;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs as many jobs at once as it has slots: claims when it is nudged and a slot is free, keeps the leases of what
 * runs, stops what is no longer its own, and at the end drains. A slot is free as soon as its run has come to an end:
 * while that is being written the next job runs. Those that run and those that wait to be written are at most four times
 * as many as there are slots: the more are written together the less each costs, and what is not written is lost with the
 * process, and run again.
 */
public final class Worker {

    /** Makes a job's results; cancelling stops it. */
    public interface Run extends BiFunction<ClaimedJob, Consumer<Double>, Uni<Made>> {

        /** The same run, stopped and failed where it takes longer. */
        default Run within(Duration limit) {
            return (job, progress) -> apply(job, progress)
                    .ifNoItem()
                    .after(limit)
                    .failWith(() -> new GenerationFailed(
                            FailureCode.TIMEOUT,
                            FailureCode.TIMEOUT.sentence(),
                            "the attempt was stopped after " + limit,
                            null,
                            null));
        }
    }

    /** Jobs that run or wait to be written, for each slot. */
    private static final int HELD = 4;

    private final JobQueue queue;
    private final Run run;
    private final EndRun end;
    private final int slots;
    private final Executor soon;
    private final Consumer<Throwable> onTrouble;
    private final AtomicBoolean freed = new AtomicBoolean();
    private final Set<Slot> running = new HashSet<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private int ending;
    private boolean accepting = true;
    private boolean claiming;
    private boolean nudgedMeanwhile;

    /**
     * @param soon runs things a moment later: slots that fall free within it are one claim
     * @param onTrouble told of what went wrong with the queue itself; what it concerns is tried again or rescued
     */
    public Worker(JobQueue queue, Run run, EndRun end, int slots, Executor soon, Consumer<Throwable> onTrouble) {
        this.queue = queue;
        this.run = run;
        this.end = end;
        this.slots = slots;
        this.soon = soon;
        this.onTrouble = onTrouble;
    }

    /** Says that there may be work; many nudges at once are one. */
    public void nudge() {
        int free;
        synchronized (running) {
            if (claiming) {
                nudgedMeanwhile = true;
                return;
            }
            free = Math.min(slots - busy(), HELD * slots - running.size());
            if (!accepting || free <= 0) {
                return;
            }
            claiming = true;
        }
        Uni.createFrom().deferred(() -> queue.claim(free)).subscribe().with(this::claimed, trouble -> {
            claimed(List.of());
            onTrouble.accept(trouble);
        });
    }

    /** Keeps the leases, and stops what was cancelled or taken away. */
    public void beat() {
        Set<Slot> beating = snapshot();
        if (beating.isEmpty()) {
            return;
        }
        Map<ClaimedJob, Double> progress = beating.stream().collect(Collectors.toMap(Slot::job, Slot::progress));
        queue.heartbeat(progress)
                .subscribe()
                .with(
                        ours -> beating.stream()
                                .filter(slot -> !ours.contains(slot.job()))
                                .forEach(this::interrupt),
                        onTrouble);
    }

    /** How many slots are taken. */
    public int busy() {
        synchronized (running) {
            return running.size() - ending;
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
        snapshot().forEach(this::interrupt);
    }

    private Set<Slot> snapshot() {
        synchronized (running) {
            return Set.copyOf(running);
        }
    }

    private void claimed(List<ClaimedJob> jobs) {
        List<Slot> claimed = jobs.stream().map(Slot::new).toList();
        boolean again;
        boolean wanted;
        synchronized (running) {
            claiming = false;
            again = nudgedMeanwhile;
            nudgedMeanwhile = false;
            wanted = accepting;
            running.addAll(claimed);
            completeWhenIdle();
        }
        // A claim that was under way when the worker stopped brings jobs that nobody will wait for.
        claimed.forEach(wanted ? this::start : this::interrupt);
        if (again) {
            nudge();
        }
    }

    private void start(Slot slot) {
        ClaimedJob job = slot.job();
        slot.started(Uni.createFrom()
                .deferred(() -> run.apply(job, slot::reach))
                .subscribe()
                .with(made -> completed(slot, made), failure -> {
                    if (slot.end()) {
                        settle(slot, () -> end.failed(job, failure));
                    }
                }));
    }

    private void completed(Slot slot, Made made) {
        if (slot.end()) {
            settle(slot, () -> end.succeeded(slot.job(), made));
        } else {
            end.discard(made).subscribe().with(removed -> {}, onTrouble);
        }
    }

    private void interrupt(Slot slot) {
        if (slot.end()) {
            slot.stop();
            settle(slot, () -> end.interrupted(slot.job()));
        }
    }

    private void settle(Slot slot, Supplier<Uni<Ended>> end) {
        synchronized (running) {
            ending++;
        }
        Uni.createFrom().deferred(end::get).subscribe().with(ended -> settled(slot), trouble -> {
            settled(slot);
            onTrouble.accept(trouble);
        });
        claimSoon();
    }

    private void settled(Slot slot) {
        boolean heldBack;
        synchronized (running) {
            heldBack = ending > (HELD - 1) * slots;
            ending--;
            running.remove(slot);
            completeWhenIdle();
        }
        if (heldBack) {
            claimSoon();
        }
    }

    private void claimSoon() {
        if (freed.compareAndSet(false, true)) {
            soon.execute(() -> {
                freed.set(false);
                nudge();
            });
        }
    }

    private void completeWhenIdle() {
        if (!accepting && !claiming && running.isEmpty()) {
            idle.complete(null);
        }
    }
}
