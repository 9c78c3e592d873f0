package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.AtOnce;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;

/** The rounds that jobs wait for, where one user submits many at the same moment and no cap lets them through singly. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class JobRankTest {

    private static final int AT_ONCE = 16;
    private static final int PER_CALLER = 4;

    @Inject
    PostgresCatalog catalog;

    @Inject
    OthersSql others;

    @RepeatedTest(5)
    void givesEachOfAUsersJobsARoundOfItsOwn() throws Exception {
        Project project = catalog.givenAProject();
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < AT_ONCE; caller++) {
            int priority = caller % 2;
            callers.add(() -> submit(project, priority));
        }

        assertThat(AtOnce.failuresOf(callers)).allMatch(Optional::isEmpty);

        assertThat(roundsOf(project, 0)).hasSize(AT_ONCE / 2 * PER_CALLER).doesNotHaveDuplicates();
        assertThat(roundsOf(project, 1)).hasSize(AT_ONCE / 2 * PER_CALLER).doesNotHaveDuplicates();
    }

    private void submit(Project project, int priority) {
        for (int job = 0; job < PER_CALLER; job++) {
            catalog.await(catalog.jobs()
                    .submit(aNewJob().in(project).withPriority(priority).build(), Cap.NONE));
        }
    }

    private List<Long> roundsOf(Project project, int priority) {
        return others.numbers(
                "SELECT rank FROM vto_job WHERE priority = ? AND project_id = ?",
                priority,
                project.id().value());
    }
}
