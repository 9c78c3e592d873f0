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
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.catalog.fixture.NewJobBuilder;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Jobs} does. A relay may carry doorbells meanwhile: what waits is PENDING or QUEUED. */
public abstract class JobsContract {

    private static final Jobs.Filter ALL = Jobs.Filter.NONE;

    private Project project;

    protected abstract Catalog catalog();

    @BeforeEach
    void beginAProject() {
        project = catalog().givenAProject();
    }

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
    void tellsWhatTheJobMadeInOrder() {
        Job job = submit();
        Image second = catalog().given(aResult().in(project).by(job).at(1).image());
        Image first = catalog().given(aResult().in(project).by(job).at(0).image());
        Image deleted = catalog().given(aResult().in(project).by(job).at(2).image());
        Video video = catalog().given(aResult().in(project).by(job).video());
        Letter letter = catalog().given(aResult().in(project).by(job).letter());
        catalog().delete(deleted.id());

        assertThat(found(job.id()).results())
                .isEqualTo(new Job.Results(List.of(first.id(), second.id()), List.of(video.id()), letter.id()));
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
    void listsThoseOfAProjectNewestFirst() {
        JobId first = submit().id();
        JobId second = submit().id();
        JobId third = submit().id();
        catalog().given(aNewJob().in(catalog().givenAProject()).build());

        assertThat(pages(page -> jobs().listOfProject(project.id(), ALL, page)))
                .containsExactly(List.of(third, second), List.of(first));
    }

    @Test
    void listsWhatAUserOwnsOrSubmitted() {
        UserId editor = catalog().givenA(Role.EDITOR, project);
        JobId owners = submit().id();
        JobId editors = submit(aNewJob().in(project).submittedBy(editor)).id();
        JobId again = submit().id();
        catalog().given(aNewJob().in(catalog().givenAProject()).build());

        assertThat(pages(page -> jobs().listOfUser(project.ownerId(), Optional.empty(), ALL, page)))
                .containsExactly(List.of(again, editors), List.of(owners));
        assertThat(pages(page -> jobs().listOfUser(editor, Optional.empty(), ALL, page)))
                .containsExactly(List.of(editors));
    }

    @Test
    void narrowsToAProjectStatesAndKinds() {
        JobId image = submit().id();
        JobId letter = submit(aNewJob().in(project).forALetter()).id();
        catalog().await(jobs().cancel(letter));
        Set<JobStatus> waiting = Set.of(JobStatus.PENDING, JobStatus.QUEUED);
        Set<JobStatus> canceled = Set.of(JobStatus.CANCELED);

        assertThat(narrowed(project, canceled, Set.of())).containsExactly(letter);
        assertThat(narrowed(project, waiting, Set.of(JobKind.IMAGE))).containsExactly(image);
        assertThat(narrowed(project, canceled, Set.of(JobKind.IMAGE))).isEmpty();
        assertThat(narrowed(catalog().givenAProject(), Set.of(), Set.of())).isEmpty();
        assertThat(pages(page ->
                        jobs().listOfProject(project.id(), new Jobs.Filter(canceled, Set.of(JobKind.LETTER)), page)))
                .containsExactly(List.of(letter));
    }

    @Test
    void hidesJobsOfProjectsThatTheUserMayNoLongerSee() {
        UserId editor = catalog().givenA(Role.EDITOR, project);
        submit(aNewJob().in(project).submittedBy(editor));

        catalog().await(catalog().shares().end(project.id(), editor));
        assertThat(ofUser(editor)).isEmpty();
        assertThat(ofUser(project.ownerId())).hasSize(1);

        catalog().delete(project.id());
        assertThat(ofUser(project.ownerId())).isEmpty();
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

    private Job submit() {
        return submit(aNewJob().in(project));
    }

    private Job submit(NewJobBuilder job) {
        return catalog().given(job.build());
    }

    private Job found(JobId id) {
        return catalog().await(jobs().find(id)).orElseThrow();
    }

    private List<Job> ofUserIn(Project only) {
        return catalog()
                .await(jobs().listOfUser(project.ownerId(), Optional.of(only.id()), ALL, Pages.ALL))
                .items();
    }

    private int placeOf(Job job) {
        return found(job.id()).queuePosition();
    }

    private List<Job> ofUser(UserId user) {
        return catalog()
                .await(jobs().listOfUser(user, Optional.empty(), ALL, Pages.ALL))
                .items();
    }

    private List<JobId> narrowed(Project to, Set<JobStatus> statuses, Set<JobKind> kinds) {
        Jobs.Filter filter = new Jobs.Filter(statuses, kinds);
        return catalog()
                .await(jobs().listOfUser(project.ownerId(), Optional.of(to.id()), filter, Pages.ALL))
                .items()
                .stream()
                .map(Job::id)
                .toList();
    }

    private List<List<JobId>> pages(Function<Page.Request, Uni<Page<Job>>> list) {
        return Pages.ofTwo(page -> catalog().await(list.apply(page))).stream()
                .map(jobs -> jobs.stream().map(Job::id).toList())
                .toList();
    }

    private Jobs jobs() {
        return catalog().jobs();
    }
}
