package dev.vto.worker.fake;

import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An honest queue behind a line that tests disturb: answers come late, calls fail. It notes what it was asked. */
public final class UnsteadyJobQueue implements JobQueue {

    /** What a test can disturb. */
    public enum Call {
        CLAIM,
        HEARTBEAT,
        END
    }

    private final JobQueue queue;
    private final Map<Call, CompletableFuture<Void>> held = new EnumMap<>(Call.class);
    private final Map<Call, RuntimeException> broken = new EnumMap<>(Call.class);
    private final List<Integer> claims = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    public UnsteadyJobQueue(JobQueue queue) {
        this.queue = queue;
    }

    /** From now on, answers to this call wait until the future completes; the work itself is done at once. */
    public CompletableFuture<Void> hold(Call call) {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        held.put(call, gate);
        return gate;
    }

    public void release(Call call) {
        held.remove(call).complete(null);
    }

    /** From now on this call fails before anything is done. */
    public void fail(Call call) {
        broken.put(call, new IllegalStateException(call + " does not reach the queue"));
    }

    public void repair(Call call) {
        broken.remove(call);
    }

    /** How many jobs each claim asked for. */
    public List<Integer> claims() {
        return claims;
    }

    /** The ends of runs that were asked for, as {@code succeed 1} with the claim. */
    public List<String> ends() {
        return ends;
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        claims.add(most);
        return through(Call.CLAIM, () -> queue.claim(most));
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return through(Call.HEARTBEAT, () -> queue.heartbeat(progress));
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return end("succeed", job, () -> queue.succeed(job, made));
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return end("fail", job, () -> queue.fail(job, failure));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return end("retryLater", job, () -> queue.retryLater(job, failure, delay));
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return end("handBack", job, () -> queue.handBack(job));
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return queue.sweep(lease, maxLosses);
    }

    private Uni<Ended> end(String name, ClaimedJob job, Supplier<Uni<Ended>> work) {
        ends.add(name + " " + job.claim());
        return through(Call.END, work);
    }

    private <T> Uni<T> through(Call call, Supplier<Uni<T>> work) {
        RuntimeException trouble = broken.get(call);
        if (trouble != null) {
            return Uni.createFrom().failure(trouble);
        }
        CompletableFuture<Void> gate = held.get(call);
        Uni<T> done = Uni.createFrom().deferred(work::get);
        return gate == null ? done : done.call(() -> Uni.createFrom().completionStage(gate));
    }
}
