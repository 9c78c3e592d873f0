package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fake.UnsteadyJobQueue.Call;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerClaimsTest {

    private final AWorker it = AWorker.withSlots(2);

    @Test
    void claimsNoMoreThanItHasFreeSlots() {
        it.submit(3);

        it.worker.nudge();
        it.worker.nudge();

        assertThat(it.runs.running()).hasSize(2);
        assertThat(it.queue.claims()).containsExactly(2);
    }

    @Test
    void claimsAgainWhenASlotFallsFree() {
        List<NewJob> submitted = it.submit(3);
        it.worker.nudge();
        ClaimedJob first = it.runs.running().get(0);

        it.runs.finish(first, Results.picture(first));

        assertThat(it.state(first).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(it.runs.running())
                .extracting(ClaimedJob::id)
                .containsExactly(submitted.get(1).id(), submitted.get(2).id());
        assertThat(it.queue.claims()).containsExactly(2, 1);
    }

    @Test
    void claimsOnceForSlotsThatFallFreeTogether() {
        List<Runnable> soon = new ArrayList<>();
        AWorker gathering = AWorker.withSlots(2, soon::add);
        gathering.submit(4);
        gathering.worker.nudge();

        finishAll(gathering);
        assertThat(gathering.queue.claims()).containsExactly(2);
        List.copyOf(soon).forEach(Runnable::run);

        assertThat(gathering.queue.claims()).containsExactly(2, 2);
        assertThat(gathering.runs.running()).hasSize(2);
    }

    @Test
    void runsTheNextJobWhileTheEndOfTheLastIsWritten() {
        List<NewJob> submitted = it.submit(3);
        it.worker.nudge();
        it.queue.hold(Call.END);
        ClaimedJob first = it.runs.running().get(0);

        it.runs.finish(first, Results.picture(first));

        assertThat(it.runs.running())
                .extracting(ClaimedJob::id)
                .containsExactly(submitted.get(1).id(), submitted.get(2).id());
        assertThat(it.worker.busy()).isEqualTo(2);
    }

    @Test
    void claimsNoMoreWhileFourTimesAsManyEndsWaitAsItHasSlots() {
        it.submit(10);
        it.worker.nudge();
        it.queue.hold(Call.END);
        for (int i = 0; i < 4; i++) {
            assertThat(it.runs.running()).hasSize(2);
            finishAll(it);
        }
        assertThat(it.runs.running()).isEmpty();
        int claims = it.queue.claims().size();

        it.worker.nudge();
        assertThat(it.queue.claims()).hasSize(claims);
        it.queue.release(Call.END);

        assertThat(it.runs.running()).hasSize(2);
    }

    private static void finishAll(AWorker worker) {
        List.copyOf(worker.runs.running()).forEach(job -> worker.runs.finish(job, Results.picture(job)));
    }

    @Test
    void takesManyNudgesDuringAClaimForOne() {
        it.queue.hold(Call.CLAIM);
        it.worker.nudge();
        for (int i = 0; i < 10; i++) {
            it.worker.nudge();
        }

        it.queue.release(Call.CLAIM);

        assertThat(it.queue.claims()).containsExactly(2, 2);
    }

    @Test
    void doesNotLoseANudgeThatCameDuringAClaim() {
        it.queue.hold(Call.CLAIM);
        it.worker.nudge();
        it.submit(1);
        it.worker.nudge();

        it.queue.release(Call.CLAIM);

        assertThat(it.runs.running()).hasSize(1);
    }

    @Test
    void claimsAgainAfterAFailedClaim() {
        it.submit(1);
        it.queue.fail(Call.CLAIM);
        it.worker.nudge();
        assertThat(it.troubles).hasSize(1);

        it.queue.repair(Call.CLAIM);
        it.worker.nudge();

        assertThat(it.runs.running()).hasSize(1);
    }

    @Test
    void losesNoSlotWhenTheEndOfAJobCannotBeWritten() {
        ClaimedJob job = it.start();
        it.queue.fail(Call.END);

        it.runs.finish(job, Results.picture(job));

        assertThat(it.troubles).hasSize(1);
        assertThat(it.worker.busy()).isZero();
        assertThat(it.queue.claims()).endsWith(2);
    }

    @Test
    void endsARunThatCompletesWithinItsStart() {
        AWorker quick = AWorker.running((job, progress) -> Uni.createFrom().item(Results.picture(job)));
        List<NewJob> submitted = quick.submit(3);

        quick.worker.nudge();

        assertThat(submitted)
                .allSatisfy(job -> assertThat(quick.state(job).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(quick.worker.busy()).isZero();
    }

    @Test
    void letsAJobWaitWhoseRunBreaksAtItsStart() {
        AWorker broken = AWorker.running((job, progress) -> {
            throw new IllegalStateException("no room for a folder");
        });
        NewJob job = broken.submit(1).get(0);

        broken.worker.nudge();

        assertThat(broken.state(job).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(broken.state(job).errorCode()).isEqualTo("internal");
        assertThat(broken.worker.busy()).isZero();
    }

    @Test
    void runsTheOtherJobsOfAClaimWhenOneBreaksAtItsStart() {
        AWorker worker = AWorker.withSlots(2);
        List<NewJob> submitted = worker.submit(2);
        worker.runs.breakAtStart(submitted.get(0).id());

        worker.worker.nudge();

        assertThat(worker.runs.running())
                .extracting(ClaimedJob::id)
                .containsExactly(submitted.get(1).id());
    }
}
