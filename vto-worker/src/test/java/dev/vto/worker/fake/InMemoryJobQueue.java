package dev.vto.worker.fake;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.FailureCode;
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

    private static final Comparator<Row> MOST_URGENT_FIRST = Comparator.comparing((Row row) -> -row.job.priority())
            .thenComparing(row -> row.job.rank())
            .thenComparing(row -> row.job.id().toString());

    private final Map<JobId, Row> rows;
    private final Set<JobKind> kinds;
    private final Clock clock;
    private final JobSteps steps = new InMemoryJobSteps(this::state);

    public InMemoryJobQueue() {
        this(new HashMap<>(), Set.of(JobKind.values()), new Clock());
    }

    private InMemoryJobQueue(Map<JobId, Row> rows, Set<JobKind> kinds, Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.clock = clock;
    }

    private static final class Clock {
        private Instant now = Instant.EPOCH;
    }

    private static final class Row {

        private final NewJob job;
        private JobStatus status = JobStatus.PENDING;
        private int claim;
        private int attempt;
        private int losses;
        private double progress;
        private Instant heartbeatAt;
        private Instant nextAttemptAt;
        private boolean cancelRequested;
        private boolean parentDeleted;
        private String errorCode;
        private String failReason;

        private Row(NewJob job) {
            this.job = job;
        }

        private void leave(Move move) {
            status = status.after(cancelRequested || parentDeleted && move == Move.SUCCEED ? Move.CANCEL : move);
            heartbeatAt = null;
        }

        private boolean isRunOf(ClaimedJob run) {
            return status == JobStatus.RUNNING && claim == run.claim();
        }
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
        write(() -> rows.put(job.id(), new Row(job)));
    }

    @Override
    public void requestCancel(JobId id) {
        write(() -> {
            Row row = rows.get(id);
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
            Row row = rows.get(id);
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
                .map(this::claimed)
                .toList());
    }

    private ClaimedJob claimed(Row row) {
        row.status = row.status.after(Move.CLAIM);
        row.claim++;
        row.attempt++;
        row.progress = 0;
        row.heartbeatAt = clock.now;
        row.errorCode = null;
        row.failReason = null;
        return row.job.claimed(row.claim, row.attempt);
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return answer(() -> progress.entrySet().stream()
                .filter(beat -> rows.get(beat.getKey().id()).isRunOf(beat.getKey()))
                .filter(beat -> {
                    Row row = rows.get(beat.getKey().id());
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
        return end(job, Move.FAIL, row -> explain(row, failure));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return end(job, Move.RETRY_LATER, row -> {
            explain(row, failure);
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
            for (Row row : rows.values()) {
                if (row.nextAttemptAt != null && !row.nextAttemptAt.isAfter(clock.now)) {
                    row.nextAttemptAt = null;
                    due++;
                }
                if (row.heartbeatAt != null && row.heartbeatAt.plus(lease).isBefore(clock.now)) {
                    rescue(row, maxLosses);
                    lost.add(new LostRun(row.job.owner().user(), row.job.id(), row.claim));
                }
            }
            return new Swept(due, lost);
        });
    }

    private static void rescue(Row row, int maxLosses) {
        row.losses++;
        row.attempt--;
        row.leave(row.losses >= maxLosses ? Move.FAIL : Move.RESCUE);
        if (row.status == JobStatus.FAILED) {
            row.errorCode = FailureCode.WORKER_LOST.wireName();
            row.failReason = FailureCode.WORKER_LOST.sentence();
        }
    }

    private static void explain(Row row, GenerationFailed failure) {
        row.errorCode = failure.code().wireName();
        row.failReason = failure.sentence();
    }

    private Uni<Ended> end(ClaimedJob job, Move move, Consumer<Row> more) {
        return answer(() -> {
            Row row = rows.get(job.id());
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
