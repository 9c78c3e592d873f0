package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Results;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which jobs a claim takes, and what it makes of them. */
public abstract class ClaimContract extends QueueContract {

    @Test
    void takesTheMostUrgentFirst() {
        NewJob low = NewJob.anImageJob().withPriority(1).withRank(1);
        NewJob late = NewJob.anImageJob().withPriority(4).withRank(9);
        NewJob lastById = NewJob.anImageJob().withPriority(4).withRank(2).withId(id("c"));
        NewJob firstById = NewJob.anImageJob().withPriority(4).withRank(2).withId(id("b"));
        table.submit(low);
        table.submit(late);
        table.submit(lastById);
        table.submit(firstById);

        assertThat(claimedBy(queue, 3)).containsExactlyInAnyOrder(firstById.id(), lastById.id(), late.id());
        assertThat(claimedBy(queue, 3)).containsExactly(low.id());
    }

    @Test
    void takesThemInOrderOneByOne() {
        NewJob low = NewJob.anImageJob().withPriority(1).withRank(1);
        NewJob second = NewJob.anImageJob().withRank(7).withId(id("c"));
        NewJob first = NewJob.anImageJob().withRank(7).withId(id("b"));
        NewJob early = NewJob.anImageJob().withRank(6);
        table.submit(low);
        table.submit(second);
        table.submit(first);
        table.submit(early);

        assertThat(claimedBy(queue, 1)).containsExactly(early.id());
        assertThat(claimedBy(queue, 1)).containsExactly(first.id());
        assertThat(claimedBy(queue, 1)).containsExactly(second.id());
        assertThat(claimedBy(queue, 1)).containsExactly(low.id());
    }

    @Test
    void takesOnlyTheKindsOfItsWorker() {
        Owner owner = Owner.any();
        NewJob image = NewJob.anImageJob(owner);
        NewJob video = NewJob.aVideoJob(owner);
        NewJob letter = NewJob.aLetterJob(owner);
        table.submit(image);
        table.submit(video);
        table.submit(letter);

        assertThat(claimedBy(table.queue(Set.of(JobKind.VIDEO)), 9)).containsExactly(video.id());
        assertThat(claimedBy(table.queue(Set.of(JobKind.IMAGE, JobKind.LETTER)), 9))
                .containsExactlyInAnyOrder(image.id(), letter.id());
    }

    @Test
    void bringsTheWholeJob() {
        NewJob job = NewJob.aVideoJob(Owner.any()).withMaxAttempts(2);

        assertThat(claimed(job))
                .usingRecursiveComparison()
                .ignoringFields("waited")
                .isEqualTo(job.claimed(1, 1));
        assertThat(table.state(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void takesNoJobTwice() {
        claimed();

        assertThat(claimedBy(queue, 9)).isEmpty();
    }

    @Test
    void takesNoJobThatHasEnded() {
        ClaimedJob job = claimed();
        get(queue.succeed(job, Results.picture(job)));

        assertThat(claimedBy(queue, 9)).isEmpty();
    }

    @Test
    void leavesAJobAloneUntilItsBackoffIsOver() {
        ClaimedJob job = claimed();
        get(queue.retryLater(job, Results.failure(FailureCode.CAPACITY), Duration.ofMinutes(8)));
        table.pass(Duration.ofMinutes(7));
        assertThat(sweep().due()).isZero();
        assertThat(claimedBy(queue, 9)).isEmpty();

        table.pass(Duration.ofMinutes(2));

        assertThat(sweep().due()).isEqualTo(1);
        assertThat(claimedBy(queue, 9)).containsExactly(job.id());
    }

    @Test
    void neverUsesAClaimAgain() {
        ClaimedJob first = claimed();
        get(queue.handBack(first));

        ClaimedJob second = claimAgain();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.claim()).isEqualTo(2);
        assertThat(second.attempt()).isEqualTo(1);
    }

    @Test
    void forgetsHowTheLastAttemptFailed() {
        ClaimedJob job = claimed();
        get(queue.heartbeat(Map.of(job, 0.5)));
        get(queue.retryLater(job, Results.failure(FailureCode.CAPACITY), Duration.ZERO));
        sweep();

        ClaimedJob again = claimAgain();

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(state(again).errorCode()).isNull();
        assertThat(state(again).failReason()).isNull();
        assertThat(state(again).progress()).isZero();
    }

    private static JobId id(String first) {
        return new JobId(UUID.fromString(first + UUID.randomUUID().toString().substring(1)));
    }
}
