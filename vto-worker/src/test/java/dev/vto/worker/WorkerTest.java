package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.Kafka;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Platform;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The worker as a whole: doorbell, claim, run, write-back, against real PostgreSQL and Kafka. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class WorkerTest {

    private final Platform platform = Platform.configured();
    private final Database database = platform.database();
    private final Owner owner = platform.anOwner();

    @Test
    void makesAPictureAndWritesItBack() {
        NewJob job = platform.submit(NewJob.anImageJob(owner));
        Kafka.configured().send("vto.job.requested", "{\"jobId\": \"" + job.id() + "\"}");

        JobState state = platform.awaitStatus(job, JobStatus.SUCCEEDED);

        assertThat(state.attempt()).isEqualTo(1);
        assertThat(state.progress()).isEqualTo(1);
        assertThat(database.events(job.id())).matches("started (progressed )?succeeded");
        String file = database.one(
                "SELECT url FROM generate_img WHERE job_id = ?", job.id().value());
        assertThat(file).isEqualTo("media:" + owner.user() + "/" + job.id() + "/1/0.jpg");
        assertThat(platform.media().resolve(file.substring("media:".length()))).isRegularFile();
    }

    @Test
    void makesAVideoAndALetter() {
        NewJob video = platform.submit(NewJob.aVideoJob(owner));
        NewJob letter = platform.submit(NewJob.aLetterJob(owner));

        platform.awaitStatus(video, JobStatus.SUCCEEDED);
        platform.awaitStatus(letter, JobStatus.SUCCEEDED);

        assertThat(database.one(
                        "SELECT count(*) FROM generate_video WHERE job_id = ?",
                        video.id().value()))
                .isEqualTo("1");
        assertThat(database.one(
                        "SELECT language FROM marketing_letter WHERE job_id = ?",
                        letter.id().value()))
                .isEqualTo("ko");
    }

    @Test
    void failsAJobWhosePhotoIsGone() throws IOException {
        Files.delete(platform.photo(owner));

        JobState state = platform.awaitStatus(platform.submit(NewJob.anImageJob(owner)), JobStatus.FAILED);

        assertThat(state.errorCode()).isEqualTo("invalid_input");
        assertThat(state.failReason()).isEqualTo("A photo of this job is gone.");
    }

    @Test
    void leavesNeitherRowsNorFilesOfAJobWhoseProjectIsDeleted() {
        database.execute(
                "UPDATE projects SET deleted_at = now() WHERE id = ?",
                owner.project().value());
        NewJob job = platform.submit(NewJob.anImageJob(owner));

        platform.awaitStatus(job, JobStatus.CANCELED);

        assertThat(database.one(
                        "SELECT count(*) FROM generate_img WHERE job_id = ?",
                        job.id().value()))
                .isEqualTo("0");
        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(platform.media().resolve(owner.user() + "/" + job.id() + "/1"))
                        .isEmptyDirectory());
    }

    @Test
    void rescuesAJobOfALostWorkerAndRunsIt() {
        NewJob job = NewJob.anImageJob(owner);
        database.insertRunningElsewhere(job, Duration.ofMinutes(5));

        JobState state = platform.awaitStatus(job, JobStatus.SUCCEEDED);

        assertThat(state.losses()).isEqualTo(1);
        assertThat(state.claim()).isEqualTo(2);
        assertThat(state.attempt()).isEqualTo(1);
    }
}
