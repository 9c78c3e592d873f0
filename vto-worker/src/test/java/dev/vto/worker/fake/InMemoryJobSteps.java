package dev.vto.worker.fake;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.JobState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Steps without a database. Whether a job is a run's is for whoever makes it to say. */
public final class InMemoryJobSteps implements JobSteps {

    private record Row(ClaimedJob job, String step, Made.Origin by, String backendJob, Result result) {

        private Row with(String newBackendJob, Result newResult) {
            return new Row(job, step, by, newBackendJob, newResult);
        }
    }

    private final Function<JobId, JobState> jobs;
    private final Map<String, Row> rows = new ConcurrentSkipListMap<>();

    public InMemoryJobSteps(Function<JobId, JobState> jobs) {
        this.jobs = jobs;
    }

    /** Steps of jobs that never end and are everybody's. */
    public static InMemoryJobSteps ofRunningJobs() {
        return new InMemoryJobSteps(null);
    }

    /** The backend's jobs that are known, by step. */
    public List<String> backendJobs() {
        return rows.values().stream()
                .map(Row::backendJob)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Uni<Step> begin(ClaimedJob job, String step, Made.Origin by) {
        return write(job, () -> {
            Row row = rows.compute(
                    key(job.id(), step),
                    (key, known) ->
                            known != null && known.by().equals(by) ? known : new Row(job, step, by, null, null));
            return new Step(row.backendJob(), row.result());
        });
    }

    @Override
    public Uni<Void> submitted(ClaimedJob job, String step, String backendJob) {
        return change(job, step, row -> row.with(backendJob, row.result()));
    }

    @Override
    public Uni<Void> forget(ClaimedJob job, String step) {
        return change(job, step, row -> row.with(null, row.result()));
    }

    @Override
    public Uni<Void> finish(ClaimedJob job, String step, Result result) {
        return change(job, step, row -> row.with(row.backendJob(), result));
    }

    @Override
    public Uni<List<Leftover>> leftovers(Set<String> providers, int most) {
        return Uni.createFrom().item(() -> rows.values().stream()
                .filter(row ->
                        jobs != null && jobs.apply(row.job().id()).status().ended())
                .map(row -> new Leftover(
                        row.job().ownerId(),
                        row.job().id(),
                        row.step(),
                        row.job().spec().kind(),
                        row.by().provider(),
                        row.result() == null ? row.backendJob() : null))
                .filter(left -> left.backendJob() == null || providers.contains(left.provider()))
                .limit(most)
                .toList());
    }

    @Override
    public Uni<Void> remove(List<Leftover> leftovers) {
        return Uni.createFrom().item(() -> {
            leftovers.forEach(left -> rows.remove(key(left.job(), left.step())));
            return null;
        });
    }

    private Uni<Void> change(ClaimedJob job, String step, UnaryOperator<Row> change) {
        return write(job, () -> {
            rows.compute(key(job.id(), step), (key, row) -> change.apply(Objects.requireNonNull(row)));
            return null;
        });
    }

    private <T> Uni<T> write(ClaimedJob job, Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            JobState state = jobs == null ? null : jobs.apply(job.id());
            if (state != null && (state.claim() != job.claim() || state.status() != JobStatus.RUNNING)) {
                throw new CancellationException("the job is no longer this run's");
            }
            return work.get();
        });
    }

    private static String key(JobId job, String step) {
        return job + " " + step;
    }
}
