package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fake.UnsteadyJobQueue.Call;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Leases, and what becomes of a run that lost its own. */
class WorkerBeatsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final AWorker it = AWorker.withSlots(2);

    @Test
    void tellsTheQueueHowFarEachRunIs() {
        ClaimedJob first = it.start();
        ClaimedJob second = it.start();
        it.runs.reach(first, 0.25);
        it.runs.reach(second, 0.75);

        it.worker.beat();

        assertThat(it.state(first).progress()).isEqualTo(0.25);
        assertThat(it.state(second).progress()).isEqualTo(0.75);
    }

    @Test
    void keepsItsJobsAsLongAsItBeats() {
        ClaimedJob job = it.start();
        for (int i = 0; i < 4; i++) {
            it.jobs.pass(LEASE.dividedBy(2));
            it.worker.beat();
            it.queue.sweep(LEASE, 3).await().indefinitely();
        }

        assertThat(it.state(job).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(it.state(job).losses()).isZero();
    }

    @Test
    void interruptsAJobThatIsToBeCancelled() {
        ClaimedJob job = it.start();
        it.jobs.requestCancel(job.id());

        it.worker.beat();

        assertThat(it.runs.stopped()).containsExactly(job);
        assertThat(it.state(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(it.worker.busy()).isZero();
    }

    @Test
    void interruptsAJobThatWasTakenAway() {
        ClaimedJob job = it.start();
        it.jobs.pass(LEASE.plusSeconds(1));
        it.jobs.sweep(LEASE, 3).await().indefinitely();
        ClaimedJob elsewhere = it.jobs.claim(1).await().indefinitely().get(0);

        it.worker.beat();

        assertThat(it.runs.stopped()).containsExactly(job);
        assertThat(it.jobs.state(elsewhere.id()).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(it.jobs.state(elsewhere.id()).claim()).isEqualTo(2);
    }

    @Test
    void goesOnWhenAHeartbeatFails() {
        ClaimedJob job = it.start();
        it.queue.fail(Call.HEARTBEAT);

        it.worker.beat();

        assertThat(it.troubles).hasSize(1);
        assertThat(it.runs.running()).containsExactly(job);
    }

    @Test
    void interruptsAJobThatWasCancelledBeforeItStarted() {
        AtomicReference<AWorker> starting = new AtomicReference<>();
        AWorker worker = AWorker.running((job, progress) -> {
            starting.get().jobs.requestCancel(job.id());
            starting.get().worker.beat();
            return Uni.createFrom().nothing();
        });
        starting.set(worker);
        NewJob job = worker.submit(1).get(0);

        worker.worker.nudge();

        assertThat(worker.state(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(worker.worker.busy()).isZero();
    }

    @Test
    void endsAJobOnceWhenItCompletesBeforeTheHeartbeatIsAnswered() {
        ClaimedJob job = it.start();
        it.jobs.requestCancel(job.id());
        it.queue.hold(Call.HEARTBEAT);
        it.worker.beat();
        it.queue.hold(Call.END);
        it.runs.finish(job, Results.picture(job));

        it.queue.release(Call.HEARTBEAT);
        it.queue.release(Call.END);

        assertThat(it.queue.ends()).containsExactly("succeed 1");
        assertThat(it.worker.busy()).isZero();
    }

    @Test
    void leavesALaterRunOfTheSameJobAloneWhenALateAnswerComes() {
        ClaimedJob first = it.start();
        it.jobs.requestCancel(first.id());
        it.queue.hold(Call.HEARTBEAT);
        it.worker.beat();
        it.jobs.withdrawCancel(first.id());
        it.runs.fail(first, Results.failure(dev.vto.shared.job.FailureCode.TRANSIENT));
        it.jobs.pass(Duration.ofHours(1));
        it.jobs.sweep(Duration.ofDays(1), 3).await().indefinitely();
        it.worker.nudge();
        ClaimedJob second = it.runs.running().get(0);

        it.queue.release(Call.HEARTBEAT);

        assertThat(second.claim()).isEqualTo(2);
        assertThat(it.runs.running()).containsExactly(second);
        assertThat(it.worker.busy()).isEqualTo(1);
    }

    @Test
    void removesTheFilesOfARunThatCompletesAfterItWasInterrupted() {
        AtomicReference<AWorker> completing = new AtomicReference<>();
        AWorker worker = AWorker.running((job, progress) -> Uni.createFrom().emitter(run -> {
            AWorker all = completing.get();
            Results.picture(job).files().forEach(key -> all.media.put(key, new byte[] {1}));
            all.jobs.requestCancel(job.id());
            all.worker.beat();
            run.complete(Results.picture(job));
        }));
        completing.set(worker);
        NewJob job = worker.submit(1).get(0);

        worker.worker.nudge();

        assertThat(worker.queue.ends()).containsExactly("handBack 1");
        assertThat(worker.state(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(worker.media.keys()).isEmpty();
    }
}
