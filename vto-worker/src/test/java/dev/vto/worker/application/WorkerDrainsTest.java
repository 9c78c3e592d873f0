package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fake.UnsteadyJobQueue.Call;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkerDrainsTest {

    private final AWorker it = AWorker.withSlots(2);

    @Test
    void isIdleAtOnceWhenNothingRuns() {
        assertThat(it.worker.stopClaiming()).isCompleted();
    }

    @Test
    void isIdleWhenTheLastJobHasEnded() {
        ClaimedJob job = it.start();

        CompletableFuture<Void> idle = it.worker.stopClaiming();

        assertThat(idle).isNotDone();
        it.runs.finish(job, Results.picture(job));
        assertThat(idle).isCompleted();
        assertThat(it.state(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void claimsNoMoreOnceItStops() {
        it.worker.stopClaiming();
        NewJob job = it.submit(1).get(0);

        it.worker.nudge();

        assertThat(it.queue.claims()).isEmpty();
        assertThat(it.state(job).status()).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void keepsItsLeasesWhileItDrains() {
        ClaimedJob job = it.start();
        it.worker.stopClaiming();
        it.runs.reach(job, 0.5);

        it.worker.beat();

        assertThat(it.state(job).progress()).isEqualTo(0.5);
    }

    @Test
    void isIdleWhenAClaimUnderWayFindsNothing() {
        it.queue.hold(Call.CLAIM);
        it.worker.nudge();
        CompletableFuture<Void> idle = it.worker.stopClaiming();
        assertThat(idle).isNotDone();

        it.queue.release(Call.CLAIM);

        assertThat(idle).isCompleted();
    }

    @Test
    void handsBackWhatAClaimUnderWayBrings() {
        NewJob job = it.submit(1).get(0);
        it.queue.hold(Call.CLAIM);
        it.worker.nudge();
        CompletableFuture<Void> idle = it.worker.stopClaiming();

        it.queue.release(Call.CLAIM);

        assertThat(it.runs.running()).isEmpty();
        assertThat(it.state(job).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(it.state(job).attempt()).isZero();
        assertThat(idle).isCompleted();
    }

    @Test
    void handsBackAllThatRuns() {
        ClaimedJob first = it.start();
        ClaimedJob second = it.start();
        CompletableFuture<Void> idle = it.worker.stopClaiming();

        it.worker.handBackAll();

        assertThat(it.runs.stopped()).containsExactlyInAnyOrder(first, second);
        assertThat(it.state(first).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(it.state(first).attempt()).isZero();
        assertThat(it.state(second).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(idle).isCompleted();
    }

    @Test
    void keepsTheResultOfAJobThatIsBeingWrittenBackWhenAllIsHandedBack() {
        ClaimedJob job = it.start();
        CompletableFuture<Void> idle = it.worker.stopClaiming();
        it.queue.hold(Call.END);
        it.runs.finish(job, Results.picture(job));

        it.worker.handBackAll();

        assertThat(it.queue.ends()).containsExactly("succeed 1");
        assertThat(idle).isNotDone();
        it.queue.release(Call.END);
        assertThat(idle).isCompleted();
        assertThat(it.state(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }
}
