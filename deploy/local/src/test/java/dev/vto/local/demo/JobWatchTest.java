package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobWatchTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();

    private ScriptedCatalog catalog;
    private Optional<String> outage = Optional.empty();
    private JobWatch watch;

    @BeforeEach
    void start() throws IOException {
        catalog = new ScriptedCatalog();
        watch = new JobWatch(
                new CatalogClient(catalog.url(), "demo@example.com"),
                Terminal.on(new PrintStream(written), false),
                stop,
                () -> outage);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void showsHowFarAJobIsUntilItSucceeds() throws InterruptedException {
        catalog.answers(200, "{\"status\": \"QUEUED\", \"progress\": 0}")
                .answers(200, "{\"status\": \"RUNNING\", \"progress\": 0.42}")
                .answers(200, "{\"status\": \"RUNNING\", \"progress\": 0.47}")
                .answers(200, "{\"status\": \"SUCCEEDED\", \"progress\": 1, \"imageIds\": [\"7\"]}");

        assertThat(watch.awaitSuccess("1", "look one, pictures").path("imageIds"))
                .hasSize(1);

        assertThat(written.toString().lines())
                .containsExactly("look one, pictures: waiting", "look one, pictures: 40 %", "look one, pictures: done");
    }

    @Test
    void tellsWhyAJobFailed() {
        catalog.answers(
                200,
                "{\"id\": \"1\", \"status\": \"FAILED\", \"attempt\": 2, \"maxAttempts\": 3,"
                        + " \"failReason\": \"The photos of this job could not be used.\","
                        + " \"errorCode\": \"invalid_input\"}");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> watch.awaitSuccess("1", "look one, pictures"))
                .withMessage("look one, pictures: the job 1 failed after attempt 2 of 3:"
                        + " The photos of this job could not be used. (invalid_input)");
    }

    @Test
    void tellsThatAJobWasCancelled() {
        catalog.answers(200, "{\"id\": \"1\", \"status\": \"CANCELED\"}");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> watch.awaitSuccess("1", "look one, letter"))
                .withMessageContaining("the job 1 was cancelled");
    }

    @Test
    void waitsNoLongerWhenNobodyIsLeftToDoTheWork() {
        catalog.answers(200, "{\"status\": \"RUNNING\", \"progress\": 0.5}");
        outage = Optional.of("worker-1 (pid 5) ended");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> watch.awaitSuccess("1", "look one, video"))
                .withMessage("look one, video cannot go on: worker-1 (pid 5) ended");
    }

    @Test
    void waitsNoLongerWhenTheLauncherIsToldToStop() {
        catalog.answers(200, "{\"status\": \"RUNNING\", \"progress\": 0.5}");
        stop.give();

        assertThatExceptionOfType(StopSignal.Stopped.class)
                .isThrownBy(() -> watch.awaitSuccess("1", "look one, video"));
    }
}
