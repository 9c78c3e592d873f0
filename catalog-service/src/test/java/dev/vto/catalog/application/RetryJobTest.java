package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.PhotoSlot;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryJobTest {

    private static final UUID ID = anId();

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final RetryJob retryJob = new RetryJob(
            new Access(catalog.collections(), catalog.projects(), catalog.products()),
            catalog.jobs(),
            catalog.products(),
            catalog.results(),
            catalog.relay(),
            () -> ID,
            new SubmitJob.Limits(4, 3, new Cap("too_many_open_jobs", "open jobs", 1)));
    private final Project project = catalog.givenAProject();
    private final Product product =
            catalog.given(aProduct().in(project).with(PhotoSlot.UPPER_FRONT).build());
    private Job old;

    @BeforeEach
    void submit() {
        old = catalog.given(aNewJob()
                .in(project)
                .of(product)
                .withPriority(5)
                .paidWith("FREE", 2)
                .build());
    }

    @Test
    void makesANewJobOfTheSameSpec() {
        cancel();
        UserId editor = catalog.givenA(Role.EDITOR, project);

        Job job = retry(editor);

        assertThat(job.id()).isEqualTo(new JobId(ID));
        assertThat(job.retryOf()).isEqualTo(old.id());
        assertThat(job.spec()).isEqualTo(old.spec());
        assertThat(job.productId()).isEqualTo(product.id());
        assertThat(job.submittedBy()).isEqualTo(editor);
        assertThat(job.ownerId()).isEqualTo(project.ownerId());
        assertThat(job.usedPointType()).isEqualTo("FREE");
        assertThat(job.usedAmount()).isEqualTo(2);
        assertThat(job.run().attempt()).isZero();
        assertThat(job.run().maxAttempts()).isEqualTo(3);
    }

    @Test
    void asksForNoMorePriorityThanIsAllowedNow() {
        cancel();

        assertThat(retry(project.ownerId()).priority()).isEqualTo(4);
    }

    @Test
    void ringsForTheNewJobAndLeavesTheOldOneAlone() {
        cancel();

        Job job = retry(project.ownerId());

        assertThat(catalog.carriedEventsOf(job.id()))
                .containsExactlyInAnyOrder(JobEventType.REQUESTED, JobEventType.QUEUED);
        assertThat(catalog.await(catalog.jobs().find(old.id())).orElseThrow().status())
                .isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void refusesAJobThatHasNotFailedOrBeenCanceled() {
        assertRejected(() -> retry(project.ownerId())).as(Rejected.Reason.CONFLICT, "not_retryable");

        catalog.claimed(old.id());
        catalog.succeeded(old.id());
        assertRejected(() -> retry(project.ownerId()))
                .as(Rejected.Reason.CONFLICT, "not_retryable")
                .hasMessage("A job that is FAILED or CANCELED can be retried; this one is SUCCEEDED.");
    }

    @Test
    void refusesAJobOfADeletedProduct() {
        cancel();
        catalog.delete(product.id());

        assertRejected(() -> retry(project.ownerId())).as(Rejected.Reason.CONFLICT, "product_deleted");
    }

    @Test
    void retriesAJobThatFailed() {
        catalog.claimed(old.id());
        catalog.failed(old.id());

        Job job = retry(project.ownerId());

        assertThat(job.retryOf()).isEqualTo(old.id());
        assertThat(job.spec()).isEqualTo(old.spec());
        assertThat(job.run().attempt()).isZero();
        assertThat(job.run().errorCode()).isNull();
    }

    @Test
    void keepsThePhotosOfTheFirstTime() {
        cancel();
        catalog.await(catalog.products().edit(product.id(), now -> now.withoutPhoto(PhotoSlot.UPPER_FRONT)));

        assertThat(retry(project.ownerId()).spec()).isEqualTo(old.spec());
    }

    @Test
    void refusesAVideoOfADeletedImage() {
        Image image = catalog.given(aResult().in(project).of(product).image());
        old = catalog.given(aNewJob().in(project).forAVideoOf(image).build());
        cancel();
        catalog.delete(image.id());

        assertRejected(() -> retry(project.ownerId())).as(Rejected.Reason.CONFLICT, "image_deleted");
    }

    @Test
    void findsNoJobOfADeletedProject() {
        cancel();
        catalog.delete(project.id());

        assertRejected(() -> retry(project.ownerId())).isNotFound("job");
    }

    @Test
    void countsAmongTheOpenJobs() {
        cancel();
        catalog.given(aNewJob().in(project).build());

        assertRejected(() -> retry(project.ownerId())).isImpossible("too_many_open_jobs");
    }

    @Test
    void takesAnEditorAtLeast() {
        cancel();
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertRejected(() -> retry(viewer)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> retry(aUserId())).isNotFound("job");
        assertRejected(() -> catalog.await(retryJob.retry(project.ownerId(), new JobId(anId()))))
                .isNotFound("job");
    }

    private void cancel() {
        catalog.await(catalog.jobs().cancel(old.id()));
    }

    private Job retry(UserId user) {
        return catalog.await(retryJob.retry(user, old.id()));
    }
}
