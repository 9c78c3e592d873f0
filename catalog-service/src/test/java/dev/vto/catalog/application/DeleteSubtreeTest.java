package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.adapter.out.memory.InMemorySubtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeleteSubtreeTest {

    private static final Retention RETENTION = new Retention(Duration.ofDays(30));

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemorySubtrees subtrees = new InMemorySubtrees(catalog);
    private final DeleteSubtree deleteSubtree = new DeleteSubtree(subtrees, catalog.relay(), CLOCK);
    private final Project project = catalog.givenAProject();
    private final UserId owner = project.ownerId();

    @Test
    void deletesAndTellsOfCanceledJobs() {
        Job job = catalog.given(aNewJob().in(project).build());

        delete(owner, Precondition.NONE);

        assertThat(lives()).isFalse();
        assertThat(catalog.carriedEventsOf(job.id())).endsWith(JobEventType.CANCELED);
    }

    @Test
    void takesTheOwner() {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> delete(editor, Precondition.NONE)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> delete(aUserId(), Precondition.NONE)).isNotFound("project");
        assertThat(lives()).isTrue();
    }

    @Test
    void refusesWhatTheSenderHasNotRead() {
        assertRejected(() -> delete(owner, new Precondition(Set.of(7)))).as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(lives()).isTrue();
    }

    @Test
    void restoresUntilTheRetentionTimeIsOver() {
        delete(owner, Precondition.NONE);

        assertRejected(() -> restore(owner, Duration.ofDays(30).plusMillis(1))).isNotFound("project");
        assertThat(lives()).isFalse();
        restore(owner, Duration.ofDays(30));
        assertThat(lives()).isTrue();
    }

    @Test
    void restoresNothingIntoWhatIsDeleted() {
        delete(owner, Precondition.NONE);
        catalog.await(deleteSubtree.delete(owner, Subtree.of(project.collectionId()), Precondition.NONE));

        assertRejected(() -> restore(owner, Duration.ZERO)).as(Rejected.Reason.CONFLICT, "parent_deleted");
    }

    private void delete(UserId user, Precondition known) {
        catalog.await(deleteSubtree.delete(user, Subtree.of(project.id()), known));
    }

    private void restore(UserId user, Duration later) {
        Clock then = Clock.fixed(NOW.plus(later), CLOCK.getZone());
        catalog.await(new RestoreSubtree(subtrees, RETENTION, Caps.NONE, then).restore(user, Subtree.of(project.id())));
    }

    private boolean lives() {
        return catalog.await(catalog.projects().find(project.id())).isPresent();
    }
}
