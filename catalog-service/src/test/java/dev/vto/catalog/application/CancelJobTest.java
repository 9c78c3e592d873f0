package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobStatus;
import org.junit.jupiter.api.Test;

class CancelJobTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final CancelJob cancelJob = new CancelJob(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.jobs(), catalog.relay());
    private final Project project = catalog.givenAProject();
    private final Job job = catalog.given(aNewJob().in(project).build());

    @Test
    void endsAWaitingJobAndWakesTheRelay() {
        CancelJob.Outcome outcome = cancel(project.ownerId());

        assertThat(outcome.asked()).isTrue();
        assertThat(outcome.job().status()).isEqualTo(JobStatus.CANCELED);
        assertThat(outcome.job().run().finishedAt()).isEqualTo(NOW);
        assertThat(catalog.carriedEventsOf(job.id())).endsWith(JobEventType.CANCELED);
    }

    @Test
    void asksARunningJobToEnd() {
        catalog.claimed(job.id());

        CancelJob.Outcome outcome = cancel(project.ownerId());

        assertThat(outcome.asked()).isTrue();
        assertThat(outcome.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(outcome.job().run().cancelRequestedAt()).isEqualTo(NOW);
    }

    @Test
    void asksTwiceWithTheSameAnswerWhileTheJobRuns() {
        catalog.claimed(job.id());

        assertThat(cancel(project.ownerId())).isEqualTo(cancel(project.ownerId()));
    }

    @Test
    void tellsThatTheJobHadEndedAlready() {
        catalog.claimed(job.id());
        catalog.succeeded(job.id());

        CancelJob.Outcome outcome = cancel(project.ownerId());

        assertThat(outcome.asked()).isFalse();
        assertThat(outcome.job().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outcome.job().run().cancelRequestedAt()).isNull();
    }

    @Test
    void tellsThatTheJobWasCanceledBefore() {
        cancel(project.ownerId());

        assertThat(cancel(project.ownerId()).asked()).isFalse();
    }

    @Test
    void takesAnEditorAtLeast() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> cancel(viewer)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> cancel(aUserId())).isNotFound("job");
        assertThat(catalog.await(catalog.jobs().find(job.id())).orElseThrow().status())
                .isEqualTo(JobStatus.PENDING);
        assertThat(cancel(editor).asked()).isTrue();
    }

    @Test
    void findsNoJobWhereThereIsNone() {
        assertRejected(() -> catalog.await(cancelJob.cancel(project.ownerId(), new JobId(anId()))))
                .isNotFound("job");
    }

    private CancelJob.Outcome cancel(UserId user) {
        return catalog.await(cancelJob.cancel(user, job.id()));
    }
}
