package dev.vto.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Platform;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A stop while there is time: what runs may end, and nothing new begins. */
@QuarkusTest
@TestProfile(DrainTest.LongGrace.class)
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class DrainTest {

    /** Under way when the stop begins, and over well within the grace. */
    public static class LongGrace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vto.worker.slots", "1",
                    "vto.worker.heartbeat", "PT0.2S",
                    "vto.worker.poll", "PT0.1S",
                    "vto.worker.grace", "PT30S",
                    "vto.simulated.latency", "PT10S");
        }
    }

    @Inject
    Event<ShutdownDelayInitiatedEvent> stop;

    private final Platform platform = Platform.configured();

    @Test
    void letsARunningJobEndKeepsItsLeaseAndClaimsNoMore() {
        NewJob running = platform.submit(NewJob.anImageJob(platform.anOwner()));
        platform.awaitStatus(running, JobStatus.RUNNING);
        NewJob waiting = platform.submit(NewJob.anImageJob(platform.anOwner()));

        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> stop.fire(new ShutdownDelayInitiatedEvent()), OwnThread.FOR_EACH);

        String lastBeat = heartbeat(running);
        await().atMost(Platform.LIMIT).until(() -> !lastBeat.equals(heartbeat(running)));
        assertThat(stopped).isNotDone();
        assertThat(stopped).succeedsWithin(Platform.LIMIT);
        assertThat(platform.database().state(running.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(platform.database().state(waiting.id()).status()).isEqualTo(JobStatus.PENDING);
    }

    private String heartbeat(NewJob job) {
        return platform.database()
                .one("SELECT heartbeat_at FROM vto_job WHERE id = ?", job.id().value());
    }
}
