package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.RetryPolicy;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndRunTest {

    private static final Duration LEASE = Duration.ofDays(1);

    private final InMemoryJobQueue queue = new InMemoryJobQueue();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final EndRun end = new EndRun(queue, media, RetryPolicy.DEFAULT, () -> 0.5);

    @ParameterizedTest
    @EnumSource(names = {"INVALID_INPUT", "MODERATED", "AUTH", "QUOTA_EXHAUSTED", "WORKER_LOST"})
    void failsAJobForGood(FailureCode code) {
        ClaimedJob job = claimed(NewJob.anImageJob());

        assertThat(failed(job, Results.failure(code))).isEqualTo(Ended.DONE);

        assertEnded(job, JobStatus.FAILED, code);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "CAPACITY", "TRANSIENT", "TIMEOUT", "RESULT_EXPIRED", "INTERNAL"})
    void letsAJobWaitForAnotherAttempt(FailureCode code) {
        ClaimedJob job = claimed(NewJob.anImageJob());

        assertThat(failed(job, Results.failure(code))).isEqualTo(Ended.DONE);

        assertEnded(job, JobStatus.QUEUED, code);
        assertThat(queue.state(job.id()).attempt()).isEqualTo(1);
    }

    @Test
    void failsAJobWhoseAttemptsAreSpent() {
        ClaimedJob job = claimed(NewJob.anImageJob().withMaxAttempts(1));

        failed(job, Results.failure(FailureCode.TRANSIENT));

        assertEnded(job, JobStatus.FAILED, FailureCode.TRANSIENT);
    }

    @Test
    void takesWhatIsNoFailureOfAGenerationForOurOwn() {
        ClaimedJob job = claimed(NewJob.anImageJob());

        failed(job, new IllegalStateException("a secret of the machine room"));

        assertEnded(job, JobStatus.QUEUED, FailureCode.INTERNAL);
        assertThat(queue.state(job.id()).failReason()).isEqualTo(FailureCode.INTERNAL.sentence());
    }

    @Test
    void waitsAsLongAsTheBackendAsks() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        GenerationFailed limited = new GenerationFailed(
                FailureCode.RATE_LIMITED, FailureCode.RATE_LIMITED.sentence(), null, Duration.ofMinutes(10), null);

        failed(job, limited);

        assertThat(dueAfter(Duration.ofMinutes(9))).isZero();
        assertThat(dueAfter(Duration.ofMinutes(1))).isEqualTo(1);
    }

    @Test
    void keepsTheFilesOfResultsThatCount() {
        ClaimedJob job = claimed(NewJob.anImageJob());

        assertThat(succeeded(job)).isEqualTo(Ended.DONE);

        assertThat(media.keys()).hasSize(2);
    }

    @Test
    void removesTheFilesOfAJobThatWasCancelled() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        queue.requestCancel(job.id());

        assertThat(succeeded(job)).isEqualTo(Ended.CANCELED);

        assertThat(media.keys()).isEmpty();
    }

    @Test
    void removesTheFilesOfARunThatWasSuperseded() {
        ClaimedJob stale = claimed(NewJob.anImageJob());
        queue.handBack(stale).await().indefinitely();
        queue.claim(1).await().indefinitely();

        assertThat(succeeded(stale)).isEqualTo(Ended.SUPERSEDED);

        assertThat(media.keys()).isEmpty();
        assertThat(queue.state(stale.id()).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void countsNoAttemptThatWasInterrupted() {
        ClaimedJob job = claimed(NewJob.anImageJob());

        assertThat(end.interrupted(job).await().indefinitely()).isEqualTo(Ended.DONE);

        assertThat(queue.state(job.id()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(queue.state(job.id()).attempt()).isZero();
    }

    @Test
    void removesWhatWasMadeWhenARunWasInterrupted() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        MediaKey made = new MediaKey(RunFiles.folder(job).value() + "/0.jpg");
        MediaKey others =
                new MediaKey(RunFiles.folder(claimed(NewJob.anImageJob())).value() + "/0.jpg");
        media.put(made, new byte[1]);
        media.put(others, new byte[1]);

        end.interrupted(job).await().indefinitely();

        assertThat(media.keys()).containsExactly(others.value());
    }

    private ClaimedJob claimed(NewJob job) {
        queue.submit(job);
        return queue.claim(1).await().indefinitely().get(0);
    }

    private Ended failed(ClaimedJob job, Throwable cause) {
        return end.failed(job, cause).await().indefinitely();
    }

    private Ended succeeded(ClaimedJob job) {
        Made made = Results.picture(job);
        made.files().forEach(key -> media.put(key, new byte[] {1}));
        return end.succeeded(job, made).await().indefinitely();
    }

    private int dueAfter(Duration time) {
        queue.pass(time);
        return queue.sweep(LEASE, 3).await().indefinitely().due();
    }

    private void assertEnded(ClaimedJob job, JobStatus status, FailureCode code) {
        assertThat(queue.state(job.id()).status()).isEqualTo(status);
        assertThat(queue.state(job.id()).errorCode()).isEqualTo(code.wireName());
    }
}
