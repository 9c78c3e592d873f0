package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.domain.job.Backlog;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.job.JobKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Workload} tells. Others' jobs may wait and run besides, as long as nothing changes meanwhile. */
public abstract class WorkloadContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Project project;
    private Backlog before;

    protected abstract Catalog catalog();

    protected abstract Workload workload();

    /** A worker left the waiting job for later. */
    protected abstract void delay(Job job);

    @BeforeEach
    void measureBefore() {
        project = catalog().givenAProject();
        before = measure();
    }

    @Test
    void countsWhatWaitsAndWhatRunsByKind() {
        submitAnImage();
        Job running = submitAnImage();
        catalog().given(aNewJob().in(project).forALetter().build());
        catalog().claimed(running.id());

        Backlog after = measure();

        assertThat(after.lines()).containsOnlyKeys(JobKind.values());
        assertMore(after, JobKind.IMAGE, 1, 1);
        assertMore(after, JobKind.LETTER, 1, 0);
        assertMore(after, JobKind.VIDEO, 0, 0);
        assertThat(after.lines().get(JobKind.IMAGE).oldestWaiting()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void leavesOutWhatHasEnded() {
        Job succeeded = submitAnImage();
        catalog().claimed(succeeded.id());
        catalog().succeeded(succeeded.id());
        catalog().await(catalog().jobs().cancel(submitAnImage().id()));

        assertMore(measure(), JobKind.IMAGE, 0, 0);
    }

    @Test
    void countsApartWhatIsLeftForLater() {
        Job delayed = submitAnImage();

        delay(delayed);

        Backlog after = measure();
        assertMore(after, JobKind.IMAGE, 0, 0);
        assertThat(after.delayed()).isEqualTo(before.delayed() + 1);
    }

    @Test
    void countsNoEventThatIsSent() {
        submitAnImage();

        catalog().relay().wake();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(measure().unsent()).isZero());
        assertThat(measure().oldestUnsent()).isZero();
        assertThat(measure().parked()).isEqualTo(before.parked());
    }

    private Job submitAnImage() {
        return catalog().given(aNewJob().in(project).build());
    }

    private Backlog measure() {
        return catalog().await(workload().measure());
    }

    private void assertMore(Backlog after, JobKind kind, long waiting, long running) {
        Backlog.Line earlier = before.lines().get(kind);
        Backlog.Line later = after.lines().get(kind);
        assertThat(later.waiting() - earlier.waiting()).as(kind + " waiting").isEqualTo(waiting);
        assertThat(later.running() - earlier.running()).as(kind + " running").isEqualTo(running);
    }
}
