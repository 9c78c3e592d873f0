package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.LostRun;
import dev.vto.worker.fixture.Results;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heartbeats, and what becomes of jobs whose worker sends none. */
public abstract class LeaseContract extends QueueContract {

    @Test
    void answersTheRunsThatAreStillTheWorkersOwn() {
        ClaimedJob own = claimed();
        ClaimedJob ended = claimed();
        get(queue.succeed(ended, Results.picture(ended)));
        ClaimedJob toCancel = claimed();
        table.requestCancel(toCancel.id());
        ClaimedJob stale = claimed();
        get(queue.handBack(stale));
        claimAgain();

        assertThat(get(queue.heartbeat(Map.of(own, 0.1, ended, 0.1, toCancel, 0.1, stale, 0.1))))
                .containsExactly(own);
    }

    @Test
    void storesHowFarEachRunIs() {
        ClaimedJob first = claimed();
        ClaimedJob second = claimed();

        get(queue.heartbeat(Map.of(first, 0.25, second, 0.75)));

        assertThat(state(first).progress()).isEqualTo(0.25);
        assertThat(state(second).progress()).isEqualTo(0.75);
    }

    @Test
    void writesNoProgressForARunThatLostItsClaim() {
        ClaimedJob stale = claimed();
        get(queue.handBack(stale));
        claimAgain();

        get(queue.heartbeat(Map.of(stale, 0.5)));

        assertThat(state(stale).progress()).isZero();
    }

    @Test
    void tellsARunFromALaterOneOfTheSameJob() {
        ClaimedJob stale = claimed();
        get(queue.handBack(stale));
        ClaimedJob later = claimAgain();

        assertThat(get(queue.heartbeat(Map.of(stale, 0.9, later, 0.1)))).containsExactly(later);

        assertThat(state(later).progress()).isEqualTo(0.1, within(0.001));
    }

    @Test
    void leavesAJobToItsWorkerWhileTheLeaseLasts() {
        ClaimedJob job = claimed();
        for (int i = 0; i < 3; i++) {
            table.pass(LEASE.minusSeconds(5));
            get(queue.heartbeat(Map.of(job, 0.0)));
            assertThat(sweep().lost()).isEmpty();
        }

        assertThat(state(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void takesBackAJobWhoseWorkerIsLost() {
        ClaimedJob job = claimed();
        table.pass(LEASE.plusSeconds(1));

        assertThat(sweep().lost()).containsExactly(new LostRun(job.ownerId(), job.id(), job.claim()));

        assertThat(state(job).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(state(job).attempt()).isZero();
        assertThat(state(job).losses()).isEqualTo(1);
        assertThat(get(queue.heartbeat(Map.of(job, 0.5)))).isEmpty();
        assertThat(claimedBy(queue, 1)).containsExactly(job.id());
    }

    @Test
    void failsAJobThatLostTooManyWorkers() {
        ClaimedJob job = claimed();
        for (int lost = 1; lost < MAX_LOSSES; lost++) {
            lose();
            claimAgain();
        }
        assertThat(state(job).status()).isEqualTo(JobStatus.RUNNING);

        lose();

        assertThat(state(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(state(job).errorCode()).isEqualTo("worker_lost");
        assertThat(state(job).losses()).isEqualTo(MAX_LOSSES);
    }

    @Test
    void cancelsALostJobThatWasToBeCancelled() {
        ClaimedJob job = claimed();
        table.requestCancel(job.id());

        lose();

        assertThat(state(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(state(job).errorCode()).isNull();
    }
}
