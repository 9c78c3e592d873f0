package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every end of a run has in common, and what is peculiar to some. */
public abstract class EndContract extends QueueContract {

    @ParameterizedTest
    @EnumSource
    void endsARunAsAsked(End end) {
        ClaimedJob job = claimed();

        assertThat(get(end.of(job, queue))).isEqualTo(Ended.DONE);

        assertThat(state(job).status()).isEqualTo(end.status());
    }

    @ParameterizedTest
    @EnumSource
    void rejectsTheEndOfAStaleClaim(End end) {
        ClaimedJob stale = claimed();
        get(queue.handBack(stale));
        claimAgain();
        JobState before = state(stale);

        assertThat(get(end.of(stale, queue))).isEqualTo(Ended.SUPERSEDED);

        assertThat(state(stale)).isEqualTo(before);
        assertThat(before.status()).isEqualTo(JobStatus.RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingForARunThatWasRescued(End end) {
        ClaimedJob lost = claimed();
        lose();
        JobState before = state(lost);

        get(end.of(lost, queue));

        assertThat(state(lost)).isEqualTo(before);
        assertThat(before.losses()).isEqualTo(1);
        assertThat(claimedBy(queue, 1)).containsExactly(lost.id());
    }

    @ParameterizedTest
    @EnumSource
    void endsAJobCancelledAtEveryExit(End end) {
        ClaimedJob job = claimed();
        table.requestCancel(job.id());

        assertThat(get(end.of(job, queue))).isEqualTo(Ended.CANCELED);

        assertThat(state(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(claimedBy(queue, 9)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesASecondEndOfTheSameRunForALostReply(End end) {
        ClaimedJob job = claimed();
        get(end.of(job, queue));
        JobState before = state(job);

        assertThat(get(end.of(job, queue))).isEqualTo(Ended.DONE);

        assertThat(state(job)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void answersTheSameAgainWhereTheReplyToACancelledEndWasLost(End end) {
        ClaimedJob job = claimed();
        table.requestCancel(job.id());
        get(end.of(job, queue));

        assertThat(get(end.of(job, queue))).isEqualTo(Ended.CANCELED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "RETRY_LATER", "HAND_BACK"})
    void neverChangesAJobThatSucceeded(End end) {
        ClaimedJob job = claimed();
        get(End.SUCCEED.of(job, queue));

        assertThat(get(end.of(job, queue))).isEqualTo(Ended.SUPERSEDED);

        assertThat(state(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void failsAJobWhateverItsBackendSaid() {
        GenerationFailed failure = new GenerationFailed(
                FailureCode.MODERATED, FailureCode.MODERATED.sentence(), "\0 binary \0", null, null);

        assertThat(get(queue.fail(claimed(), failure))).isEqualTo(Ended.DONE);
    }

    @Test
    void neverLetsAJobSucceedThatFailed() {
        ClaimedJob job = claimed();
        get(End.FAIL.of(job, queue));

        assertThat(get(End.SUCCEED.of(job, queue))).isEqualTo(Ended.SUPERSEDED);

        assertThat(state(job).status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void endsAJobOfADeletedProjectWithoutResults() {
        NewJob job = NewJob.anImageJob();
        ClaimedJob running = claimed(job);
        table.deleteProjectOf(job);

        assertThat(get(End.SUCCEED.of(running, queue))).isEqualTo(Ended.CANCELED);

        assertThat(state(running).status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void completesTheProgressOfAJobThatSucceeds() {
        ClaimedJob clip = claimed(NewJob.aVideoJob(Owner.any()));
        get(queue.succeed(clip, Results.clip(clip)));
        ClaimedJob letter = claimed(NewJob.aLetterJob(Owner.any()));
        get(queue.succeed(letter, Results.letter()));

        assertThat(state(clip).progress()).isEqualTo(1);
        assertThat(state(letter).progress()).isEqualTo(1);
    }

    @Test
    void saysWhyAJobFailed() {
        ClaimedJob job = claimed();

        get(End.FAIL.of(job, queue));

        assertThat(state(job).errorCode()).isEqualTo("moderated");
        assertThat(state(job).failReason()).isEqualTo(FailureCode.MODERATED.sentence());
    }

    @Test
    void countsAnAttemptThatFailedButNoneThatWasHandedBack() {
        ClaimedJob job = claimed();
        get(End.HAND_BACK.of(job, queue));
        assertThat(state(job).attempt()).isZero();

        ClaimedJob again = claimAgain();
        get(End.RETRY_LATER.of(again, queue));

        assertThat(state(again).attempt()).isEqualTo(1);
    }

    @Test
    void offersAJobAtOnceThatWasHandedBack() {
        ClaimedJob job = claimed();

        get(End.HAND_BACK.of(job, queue));

        assertThat(claimedBy(queue, 1)).containsExactly(job.id());
    }
}
