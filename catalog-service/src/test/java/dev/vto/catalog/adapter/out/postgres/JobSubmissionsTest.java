package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.adapter.out.postgres.JobSubmissions.Submission;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.project.Project;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.job.JobStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Jobs that are submitted at the same moment, one of which is in trouble. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class JobSubmissionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MANY = 12;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Transactions transactions;

    @Inject
    OthersSql others;

    @Test
    void savesOnceWhatIsSavedAgainBecauseTheReplyWasLost() {
        JobSubmissions submissions = new JobSubmissions(transactions);
        Project project = catalog.givenAProject();
        Submission first = submission(project);
        Submission second = submission(project);
        List<Optional<Instant>> saved = catalog.await(submissions.together(List.of(first, second)));

        List<Optional<Instant>> again =
                catalog.await(submissions.together(List.of(second, submission(project), first)));

        assertThat(again).hasSize(3).allMatch(Optional::isPresent);
        assertThat(List.of(again.get(2), again.get(0))).isEqualTo(saved);
        assertThat(others.numbers(
                        "SELECT rank FROM vto_job WHERE project_id = ?",
                        project.id().value()))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(others.events(
                        "SELECT type FROM outbox_event WHERE aggregateid = ? ORDER BY type",
                        first.job().id()))
                .containsExactly(JobEventType.QUEUED, JobEventType.REQUESTED);
    }

    @Test
    void savesTheOthersWhereOneCannotBeWritten() {
        Project project = catalog.givenAProject();
        List<CompletableFuture<Job>> good = new ArrayList<>();
        List<CompletableFuture<Job>> bad = new ArrayList<>();

        for (int i = 0; i < MANY; i++) {
            good.add(submit(aNewJob().in(project).build()));
            bad.add(submit(aNewJob().in(project).paidWith("no \0 in text", 1).build()));
        }

        assertThat(good)
                .allSatisfy(job -> assertThat(job).succeedsWithin(LIMIT).satisfies(saved -> assertThat(saved.status())
                        .isEqualTo(JobStatus.PENDING)));
        assertThat(bad).allSatisfy(job -> assertThat(job).failsWithin(LIMIT));
        assertThat(others.numbers(
                        "SELECT rank FROM vto_job WHERE project_id = ?",
                        project.id().value()))
                .hasSize(MANY);
    }

    @Test
    void waitsForAnOwnerWhoIsHeldAndKeepsNobodyElseWaiting() throws SQLException {
        Project held = catalog.givenAProject();
        List<CompletableFuture<Job>> waiting = new ArrayList<>();
        List<CompletableFuture<Job>> free = new ArrayList<>();

        try (Connection holder = others.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT 1 FROM users WHERE id = '" + held.ownerId() + "' FOR UPDATE");
            for (int i = 0; i < MANY; i++) {
                free.add(submit(aNewJob().in(catalog.givenAProject()).build()));
                waiting.add(submit(aNewJob().in(held).build()));
            }

            assertThat(free).allSatisfy(job -> assertThat(job).succeedsWithin(LIMIT));
            assertThat(waiting).allSatisfy(job -> assertThat(job).isNotDone());
        }

        await().atMost(LIMIT).until(() -> waiting.stream().allMatch(CompletableFuture::isDone));
        assertThat(waiting).allSatisfy(job -> assertThat(job).isCompleted());
    }

    private CompletableFuture<Job> submit(NewJob job) {
        return catalog.jobs().submit(job, Cap.NONE).subscribeAsCompletionStage();
    }

    private static Submission submission(Project project) {
        return new Submission(aNewJob().in(project).build(), Cap.NONE, null);
    }
}
