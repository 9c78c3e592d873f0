package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.OFFER;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aRequestFor;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.JobRequestBuilder;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmitJobTest {

    private static final UUID ID = anId();
    private static final long RANDOM_SEED = 4711;

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final SubmitJob submitJob = new SubmitJob(
            new Access(catalog.collections(), catalog.projects(), catalog.products()),
            new SpecifyJob(OFFER, catalog.products(), catalog.results(), catalog.users()),
            catalog.jobs(),
            catalog.relay(),
            () -> ID,
            () -> RANDOM_SEED,
            new SubmitJob.Limits(5, 3, new Cap("too_many_open_jobs", "open jobs", 4)));
    private final Project project = catalog.givenAProject();
    private final Product product =
            catalog.given(aProduct().in(project).with(UPPER_FRONT).build());

    @Test
    void savesTheJobForTheOwnerInTheCallersName() {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        Job job = submit(editor, picture().of(product).withPriority(4).paidWith("FREE", 3));

        assertThat(job.id()).isEqualTo(new JobId(ID));
        assertThat(job.projectId()).isEqualTo(project.id());
        assertThat(job.productId()).isEqualTo(product.id());
        assertThat(job.ownerId()).isEqualTo(project.ownerId());
        assertThat(job.submittedBy()).isEqualTo(editor);
        assertThat(job.priority()).isEqualTo(4);
        assertThat(job.run().maxAttempts()).isEqualTo(3);
        assertThat(job.retryOf()).isNull();
        assertThat(job.usedPointType()).isEqualTo("FREE");
        assertThat(job.usedAmount()).isEqualTo(3);
    }

    @Test
    void wakesTheRelayOnceTheJobIsSaved() {
        Job job = submit(project.ownerId(), picture());

        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(catalog.carriedEventsOf(job.id()))
                .containsExactlyInAnyOrder(JobEventType.REQUESTED, JobEventType.QUEUED);
    }

    @Test
    void keepsTheSeedThatWasAskedFor() {
        assertThat(((ImageSpec) submit(project.ownerId(), picture()).spec()).seed())
                .isEqualTo(7);
    }

    @Test
    void choosesASeedWhereNoneWasAskedFor() {
        assertThat(((ImageSpec) submit(project.ownerId(), picture().withoutSeed())
                                .spec())
                        .seed())
                .isEqualTo(RANDOM_SEED);
    }

    @Test
    void namesNoProductForAJobOfTheWholeProject() {
        assertThat(submit(project.ownerId(), picture()).productId()).isNull();
    }

    @Test
    void takesThePriorityThatTheOperatorAllows() {
        assertThat(submit(project.ownerId(), picture().withPriority(5)).priority())
                .isEqualTo(5);
    }

    @Test
    void refusesAHigherPriority() {
        assertRejected(() -> submit(project.ownerId(), picture().withPriority(6)))
                .isImpossible("priority_too_high")
                .hasMessage("priority is at most 5 here, not 6.");
        assertThatNothingIsSaved();
    }

    @Test
    void takesAnEditorAtLeast() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertRejected(() -> submit(viewer, picture())).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> submit(aUserId(), picture())).isNotFound("project");
        assertThatNothingIsSaved();
    }

    @Test
    void savesNothingThatTheDataCannotFulfil() {
        JobRequestBuilder back =
                aRequestFor(new JobRequest.Pictures(List.of(View.BACK), 1, Person.ofPreset(Person.DEFAULT_PRESET)));

        assertRejected(() -> submit(project.ownerId(), back)).isImpossible("missing_photo");
        assertThatNothingIsSaved();
    }

    private static JobRequestBuilder picture() {
        return aRequestFor(new JobRequest.Pictures(List.of(View.FRONT), 1, Person.ofPreset(Person.DEFAULT_PRESET)));
    }

    private Job submit(UserId user, JobRequestBuilder request) {
        return catalog.await(submitJob.submit(user, project.id(), request.build()));
    }

    private void assertThatNothingIsSaved() {
        Page.Request page = new Page.Request(1, Optional.empty());
        assertThat(catalog.await(catalog.jobs().listOfProject(project.id(), Jobs.Filter.NONE, page))
                        .items())
                .isEmpty();
        assertThat(catalog.savedEventsOf(new JobId(ID))).isEmpty();
    }
}
