package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.Management;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Platform;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a scrape of the worker shows. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class WorkerMetricsTest {

    private static final String SUCCEEDED = "vto_job_outcomes_total{error_code=\"none\",outcome=\"succeeded\"}";
    private static final String INVALID = "vto_job_outcomes_total{error_code=\"invalid_input\",outcome=\"failed\"}";
    private static final String RUNS = "vto_job_run_seconds_count{kind=\"IMAGE\",outcome=\"succeeded\"}";
    private static final String WAITS = "vto_job_wait_seconds_count{kind=\"IMAGE\"}";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final Platform platform = Platform.configured();
    private final Owner owner = platform.anOwner();

    @Test
    void countsAndTimesRuns() {
        double before = orZero(SUCCEEDED);
        double runs = orZero(RUNS);
        double waits = orZero(WAITS);

        platform.awaitStatus(platform.submit(NewJob.anImageJob(owner)), JobStatus.SUCCEEDED);

        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(sample(SUCCEEDED)).isEqualTo(before + 1));
        assertThat(sample(RUNS)).isEqualTo(runs + 1);
        assertThat(sample(WAITS)).isEqualTo(waits + 1);
        assertThat(sample("vto_job_run_seconds_bucket{kind=\"IMAGE\",outcome=\"succeeded\",le=\"900.0\"}"))
                .isPositive();
        assertThat(sample("vto_job_wait_seconds_bucket{kind=\"IMAGE\",le=\"900.0\"}"))
                .isPositive();
    }

    @Test
    void countsFailuresByTheirCode() throws IOException {
        double before = orZero(INVALID);
        Files.delete(platform.photo(owner));

        platform.awaitStatus(platform.submit(NewJob.anImageJob(owner)), JobStatus.FAILED);

        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(sample(INVALID)).isEqualTo(before + 1));
    }

    @Test
    void countsJobsThatItTookBack() {
        double before = sample("vto_jobs_rescued_total");
        NewJob job = NewJob.anImageJob(owner);
        platform.database().insertRunningElsewhere(job, Duration.ofMinutes(5));

        platform.awaitStatus(job, JobStatus.SUCCEEDED);

        assertThat(sample("vto_jobs_rescued_total")).isEqualTo(before + 1);
    }

    /** A counter that begins with its first event never rises. */
    @Test
    void countsFromZeroWhatHasNotHappenedYet() {
        assertThat(sample("vto_job_outcomes_total{error_code=\"auth\",outcome=\"failed\"}"))
                .isZero();
        assertThat(sample("vto_job_outcomes_total{error_code=\"none\",outcome=\"lost\"}"))
                .isZero();
        assertThat(sample("vto_job_outcomes_total{error_code=\"auth\",outcome=\"retrying\"}"))
                .isNaN();
    }

    @Test
    void showsItsSlotsAndItsTimers() {
        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(sample("vto_worker_slots_busy")).isZero());
        assertThat(sample("vto_worker_slots_free")).isPositive();
        assertThat(sample("vto_worker_last_poll_age_seconds")).isBetween(0.0, 30.0);
        assertThat(sample("vto_worker_last_heartbeat_age_seconds")).isBetween(0.0, 30.0);
        assertThat(sample("vto_worker_last_sweep_age_seconds")).isBetween(0.0, 30.0);
    }

    private double sample(String name) {
        return new Management(management).sample(name);
    }

    private double orZero(String name) {
        double value = sample(name);
        return Double.isNaN(value) ? 0 : value;
    }
}
