package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every {@link Jobs} cancels. */
public abstract class JobCancelContract extends SubmittedJobs {

    @Test
    void endsAWaitingJobAtOnce() {
        Job job = submit();

        catalog().await(jobs().cancel(job.id()));

        Job canceled = found(job.id());
        assertThat(canceled.status()).isEqualTo(JobStatus.CANCELED);
        assertThat(canceled.run().finishedAt()).isNotNull();
        assertThat(canceled.run().cancelRequestedAt()).isNotNull();
        assertThat(canceled.queuePosition()).isNull();
        assertThat(catalog().savedEventsOf(job.id())).endsWith(JobEventType.CANCELED);
    }

    @Test
    void onlyAsksARunningJobToEnd() {
        Job job = submit();
        catalog().claimed(job.id());

        catalog().await(jobs().cancel(job.id()));

        Job asked = found(job.id());
        assertThat(asked.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(asked.run().cancelRequestedAt()).isNotNull();
        assertThat(asked.run().finishedAt()).isNull();
        assertThat(asked.queuePosition()).isNull();
        assertThat(catalog().savedEventsOf(job.id())).doesNotContain(JobEventType.CANCELED);
    }

    @Test
    void changesNothingWhenAskedAgain() {
        Job waiting = submit();
        Job running = submit();
        catalog().claimed(running.id());
        catalog().await(jobs().cancel(waiting.id()));
        catalog().await(jobs().cancel(running.id()));
        List<Job> before = List.of(found(waiting.id()), found(running.id()));

        catalog().await(jobs().cancel(waiting.id()));
        catalog().await(jobs().cancel(running.id()));

        assertThat(List.of(found(waiting.id()), found(running.id()))).isEqualTo(before);
        assertThat(catalog().savedEventsOf(waiting.id())).containsOnlyOnce(JobEventType.CANCELED);
    }

    @Test
    void leavesWhatEndedAsItIs() {
        Job job = submit();
        catalog().claimed(job.id());
        catalog().succeeded(job.id());

        catalog().await(jobs().cancel(job.id()));
        catalog().await(jobs().cancel(new JobId(anId())));

        assertThat(found(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(found(job.id()).run().cancelRequestedAt()).isNull();
    }
}
