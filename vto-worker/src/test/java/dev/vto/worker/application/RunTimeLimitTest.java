package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fake.HeldRuns;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunTimeLimitTest {

    @Test
    void stopsAnAttemptThatTakesTooLongAndCountsIt() {
        HeldRuns endless = new HeldRuns();
        AWorker it = AWorker.running(endless.within(Duration.ofMillis(50)));
        NewJob job = it.submit(1).get(0);

        it.worker.nudge();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(it.state(job).status()).isEqualTo(JobStatus.QUEUED));
        assertThat(it.state(job).errorCode()).isEqualTo("timeout");
        assertThat(it.state(job).attempt()).isEqualTo(1);
        assertThat(endless.stopped()).hasSize(1);
    }

    @Test
    void failsAJobWhoseLastAttemptTakesTooLong() {
        AWorker it = AWorker.running(new HeldRuns().within(Duration.ofMillis(50)));
        NewJob job = NewJob.anImageJob().withMaxAttempts(1);
        it.jobs.submit(job);

        it.worker.nudge();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(it.state(job).status()).isEqualTo(JobStatus.FAILED));
        assertThat(it.state(job).errorCode()).isEqualTo("timeout");
        assertThat(it.state(job).attempt()).isEqualTo(1);
        assertThat(it.worker.busy()).isZero();
    }

    @Test
    void leavesAnAttemptAloneThatEndsInTime() {
        Worker.Run quick = (job, progress) -> Uni.createFrom().item(Results.picture(job));
        AWorker it = AWorker.running(quick.within(Duration.ofMinutes(1)));
        NewJob job = it.submit(1).get(0);

        it.worker.nudge();

        assertThat(it.state(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }
}
