package dev.vto.worker.fake;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.JobStatus.Move;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.LostRun;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.JobTable;
import dev.vto.worker.fixture.NewJob;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The queue's contract without a database: the same answers, and a clock that only tests move. */
public final class InMemoryJobQueue implements JobQueue, JobTable {

    private static final Comparator<JobRow> MOST_URGENT_FIRST = Comparator.comparing(
                    (JobRow row) -> -row.job.priority())
            .thenComparing(row -> row.job.rank())
            .thenComparing(row -> row.job.id().toString());

    private final Map<JobId, JobRow> rows;
    private final Set<JobKind> kinds;
    private final Clock clock;
    private final JobSteps steps = new InMemoryJobSteps(this::state);

    public InMemoryJobQueue() {
        this(new HashMap<>(), Set.of(JobKind.values()), new Clock());
    }

    private InMemoryJobQueue(Map<JobId, JobRow> rows, Set<JobKind> kinds, Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.clock = clock;
    }

    private static final class Clock {
        private Instant now = Instant.EPOCH;
    }

    @Override
    public JobQueue queue(Set<JobKind> others) {
        return new InMemoryJobQueue(rows, others, clock);
    }

    @Override
    public JobSteps steps() {
        return steps;
    }

    @Override
    public void submit(NewJob job) {
        write(() -> rows.put(job.id(), new JobRow(job)));
    }

    /** The same by a request within this trace context. */
    public void submit(NewJob job, String traceparent) {
        submit(job);
        write(() -> rows.get(job.id()).traceparent = traceparent);
    }

    @Override
    public void requestCancel(JobId id) {
        write(() -> {
            JobRow row = rows.get(id);
            if (row.status.waiting()) {
                row.status = row.status.after(Move.CANCEL);
                row.nextAttemptAt = null;
            }
            return row.cancelRequested = true;
        });
    }

    public boolean inBackoff(JobId id) {
        return write(() -> rows.get(id).nextAttemptAt != null);
    }

    /** As no user can: for what a late answer of an earlier heartbeat says. */
    public void withdrawCancel(JobId id) {
        write(() -> rows.get(id).cancelRequested = false);
    }

    @Override
    public void deleteProjectOf(NewJob job) {
        write(() -> rows.get(job.id()).parentDeleted = true);
    }

    @Override
    public void pass(Duration time) {
        write(() -> clock.now = clock.now.plus(time));
    }

    @Override
    public JobState state(JobId id) {
        return write(() -> {
            JobRow row = rows.get(id);
            return new JobState(
                    row.status, row.claim, row.attempt, row.losses, row.progress, row.errorCode, row.failReason);
        });
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return answer(() -> rows.values().stream()
                .filter(row -> row.status.waiting() && row.nextAttemptAt == null)
                .filter(row -> kinds.contains(row.job.spec().kind()))
                .sorted(MOST_URGENT_FIRST)
                .limit(most)
                .map(row -> row.claimedAt(clock.now))
                .toList());
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return answer(() -> progress.entrySet().stream()
                .filter(beat -> rows.get(beat.getKey().id()).isRunOf(beat.getKey()))
                .filter(beat -> {
                    JobRow row = rows.get(beat.getKey().id());
                    row.heartbeatAt = clock.now;
                    row.progress = beat.getValue() - row.progress >= 0.05 ? beat.getValue() : row.progress;
                    return !row.cancelRequested;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return end(job, Move.SUCCEED, row -> row.progress = row.status == JobStatus.SUCCEEDED ? 1 : row.progress);
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return end(job, Move.FAIL, row -> row.explain(failure));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return end(job, Move.RETRY_LATER, row -> {
            row.explain(failure);
            row.nextAttemptAt = row.status.ended() ? null : clock.now.plus(delay);
        });
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return end(job, Move.HAND_BACK, row -> row.attempt--);
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return answer(() -> {
            int due = 0;
            List<LostRun> lost = new ArrayList<>();
            for (JobRow row : rows.values()) {
                if (row.nextAttemptAt != null && !row.nextAttemptAt.isAfter(clock.now)) {
                    row.nextAttemptAt = null;
                    due++;
                }
                if (row.heartbeatAt != null && row.heartbeatAt.plus(lease).isBefore(clock.now)) {
                    row.rescue(maxLosses);
                    lost.add(new LostRun(row.job.owner().user(), row.job.id(), row.claim));
                }
            }
            return new Swept(due, lost);
        });
    }

    private Uni<Ended> end(ClaimedJob job, Move move, Consumer<JobRow> more) {
        return answer(() -> {
            JobRow row = rows.get(job.id());
            JobStatus asked = JobStatus.RUNNING.after(move);
            if (row.isRunOf(job)) {
                row.leave(move);
                more.accept(row);
            } else if (row.claim != job.claim() || row.status == JobStatus.RUNNING) {
                return Ended.SUPERSEDED;
            }
            if (row.status == JobStatus.CANCELED) {
                return Ended.CANCELED;
            }
            return row.status == asked ? Ended.DONE : Ended.SUPERSEDED;
        });
    }

    private <T> Uni<T> answer(Supplier<T> work) {
        return Uni.createFrom().item(() -> write(work));
    }

    private <T> T write(Supplier<T> work) {
        synchronized (rows) {
            return work.get();
        }
    }
}
