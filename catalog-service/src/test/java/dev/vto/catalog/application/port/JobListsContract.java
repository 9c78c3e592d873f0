package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How every {@link Jobs} lists them. */
public abstract class JobListsContract extends SubmittedJobs {

    private static final Jobs.Filter ALL = Jobs.Filter.NONE;

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
}
