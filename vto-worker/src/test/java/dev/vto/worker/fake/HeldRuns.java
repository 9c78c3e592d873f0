package dev.vto.worker.fake;

import dev.vto.shared.id.JobId;
import dev.vto.worker.application.Worker;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Runs that go on until a test ends them. */
public final class HeldRuns implements Worker.Run {

    private final Map<ClaimedJob, UniEmitter<? super Made>> running = new LinkedHashMap<>();
    private final Map<ClaimedJob, Consumer<Double>> progress = new LinkedHashMap<>();
    private final List<ClaimedJob> stopped = new ArrayList<>();
    private final Set<JobId> breaking = new HashSet<>();

    /** The run of this job fails before there is anything to wait for. */
    public void breakAtStart(JobId job) {
        breaking.add(job);
    }

    @Override
    public Uni<Made> apply(ClaimedJob job, Consumer<Double> reached) {
        if (breaking.contains(job.id())) {
            throw new IllegalStateException("the run breaks at its start");
        }
        progress.put(job, reached);
        return Uni.createFrom()
                .<Made>emitter(run -> running.put(job, run))
                .onCancellation()
                .invoke(() -> {
                    running.remove(job);
                    stopped.add(job);
                });
    }

    public List<ClaimedJob> running() {
        return List.copyOf(running.keySet());
    }

    /** The runs that were interrupted. */
    public List<ClaimedJob> stopped() {
        return stopped;
    }

    public void reach(ClaimedJob job, double fraction) {
        progress.get(job).accept(fraction);
    }

    public void finish(ClaimedJob job, Made made) {
        running.remove(job).complete(made);
    }

    public void fail(ClaimedJob job, Throwable cause) {
        running.remove(job).fail(cause);
    }
}
