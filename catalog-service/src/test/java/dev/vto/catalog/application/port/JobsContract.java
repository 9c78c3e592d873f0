package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Jobs} does with a job. */
public abstract class JobsContract extends SubmittedJobs {

    @Test
    void answersTheJobAsItWasSubmitted() {
        Product product = catalog().given(aProduct().in(project).build());
        UserId editor = catalog().givenA(Role.EDITOR, project);
        JobId earlier = new JobId(anId());
        NewJob submitted = aNewJob()
                .in(project)
                .of(product)
                .submittedBy(editor)
                .withPriority(3)
                .retrying(earlier)
                .paidWith("FREE", 12)
                .build();

        Job job = catalog().await(jobs().submit(submitted, Cap.NONE));

        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(job.kind()).isEqualTo(JobKind.IMAGE);
        assertThat(submitted)
                .usingRecursiveComparison()
                .ignoringFields("maxAttempts")
                .isEqualTo(job);
        assertThat(job.progress()).isZero();
        assertThat(job.run().attempt()).isZero();
        assertThat(job.run().maxAttempts()).isEqualTo(submitted.maxAttempts());
        assertThat(job.results()).isEqualTo(Job.Results.NONE);
    }

    @Test
    void savesTheDoorbellAndTheEventWithTheJob() {
        Job job = submit();

        assertThat(catalog().savedEventsOf(job.id()))
                .containsExactlyInAnyOrder(JobEventType.REQUESTED, JobEventType.QUEUED);
    }

    @Test
    void takesNoJobInADeletedProject() {
        catalog().delete(project.id());

        assertRejected(() -> catalog().await(jobs().submit(aNewJob().in(project).build(), Cap.NONE)))
                .isNotFound("project");
    }

    @Test
    void takesNoJobOfADeletedProductOrAnotherProjects() {
        Product deleted = catalog().given(aProduct().in(project).build());
        catalog().delete(deleted.id());
        Product elsewhere =
                catalog().given(aProduct().in(catalog().givenAProject()).build());

        assertRejected(() -> catalog()
                        .await(jobs().submit(aNewJob().in(project).of(deleted).build(), Cap.NONE)))
                .isImpossible("unknown_product");
        assertRejected(() -> catalog()
                        .await(jobs().submit(aNewJob().in(project).of(elsewhere).build(), Cap.NONE)))
                .isImpossible("unknown_product");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(catalog().await(jobs().find(new JobId(anId())))).isEmpty();
    }

    @Test
    void findsAJobForThoseWhoMayViewItsProject() {
        Job job = submit();
        UserId viewer = catalog().givenA(Role.VIEWER, project);
        UserId editor = catalog().givenA(Role.EDITOR, project);
        UserId guestElsewhere = catalog().givenA(Role.EDITOR, catalog().givenAProject());

        assertThat(List.of(project.ownerId(), viewer, editor))
                .allSatisfy(user -> assertThat(foundFor(user, job)).contains(job.id()));
        assertThat(foundFor(guestElsewhere, job)).isEmpty();
    }

    @Test
    void findsAJobForNobodyInADeletedProject() {
        Job job = submit();
        UserId editor = catalog().givenA(Role.EDITOR, project);
        catalog().delete(project.id());

        assertThat(foundFor(project.ownerId(), job)).isEmpty();
        assertThat(foundFor(editor, job)).isEmpty();
    }

    @Test
    void findsAJobNoLongerForASubmitterWhoLostTheShare() {
        UserId editor = catalog().givenA(Role.EDITOR, project);
        Job job = submit(aNewJob().in(project).submittedBy(editor));
        catalog().await(catalog().shares().end(project.id(), editor));

        assertThat(foundFor(editor, job)).isEmpty();
    }

    @Test
    void tellsWhichPicturesTheJobMadeInOrder() {
        Job job = submit();
        Image second = catalog().given(aResult().in(project).by(job).at(1).image());
        Image first = catalog().given(aResult().in(project).by(job).at(0).image());
        Image deleted = catalog().given(aResult().in(project).by(job).at(2).image());
        catalog().delete(deleted.id());

        assertThat(found(job.id()).results())
                .isEqualTo(new Job.Results(List.of(first.id(), second.id()), List.of(), null));
    }

    @Test
    void tellsWhichVideoTheJobMade() {
        Image shown = catalog().given(aResult().in(project).by(submit()).image());
        Job job = submit(aNewJob().in(project).forAVideoOf(shown));
        Video video = catalog().given(aResult().in(project).by(job).video());

        assertThat(found(job.id()).results()).isEqualTo(new Job.Results(List.of(), List.of(video.id()), null));
    }

    @Test
    void tellsWhichLetterTheJobWrote() {
        Job job = submit(aNewJob().in(project).forALetter());
        Letter letter = catalog().given(aResult().in(project).by(job).letter());

        assertThat(found(job.id()).results()).isEqualTo(new Job.Results(List.of(), List.of(), letter.id()));
    }

    @Test
    void queuesTheHigherPriorityFirst() {
        Job low = submit(aNewJob().in(project).withPriority(1));
        Job high = submit(aNewJob().in(project).withPriority(2));

        assertThat(placeOf(high)).isLessThan(placeOf(low));
    }

    @Test
    void queuesEachUsersFirstJobBeforeAnyonesSecond() {
        Job first = submit();
        Job second = submit();
        Job others = catalog().given(aNewJob().in(catalog().givenAProject()).build());

        assertThat(placeOf(first)).isLessThan(placeOf(others));
        assertThat(placeOf(others)).isLessThan(placeOf(second));
    }

    @Test
    void submitsNoMoreThanTheCapAllows() {
        Cap two = new Cap("too_many_open_jobs", "open jobs", 2);
        UserId editor = catalog().givenA(Role.EDITOR, project);
        Job first = submit();
        catalog().await(jobs().submit(aNewJob().in(project).submittedBy(editor).build(), two));

        assertRejected(() -> catalog().await(jobs().submit(aNewJob().in(project).build(), two)))
                .isImpossible("too_many_open_jobs");

        catalog().await(jobs().cancel(first.id()));
        catalog().await(jobs().submit(aNewJob().in(project).build(), two));
    }

    private Optional<JobId> foundFor(UserId viewer, Job job) {
        return catalog().await(jobs().find(job.id(), viewer)).map(Job::id);
    }

    private int placeOf(Job job) {
        return found(job.id()).queuePosition();
    }
}
