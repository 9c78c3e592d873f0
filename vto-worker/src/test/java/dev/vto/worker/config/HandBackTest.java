package dev.vto.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.JobState;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A stop while there is no time: what runs is given back for another worker. */
@QuarkusTest
@TestProfile(HandBackTest.ShortGrace.class)
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class HandBackTest {

    /** Under way when the stop begins, and far from over when the grace is. */
    public static class ShortGrace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vto.worker.grace", "PT0.2S", "vto.simulated.latency", "PT5M");
        }
    }

    @Inject
    Event<ShutdownDelayInitiatedEvent> stop;

    private final Platform platform = Platform.configured();

    @Test
    void givesARunningJobBackUncountedAndRings() {
        NewJob job = platform.submit(NewJob.anImageJob(platform.anOwner()));
        platform.awaitStatus(job, JobStatus.RUNNING);

        assertThat(CompletableFuture.runAsync(() -> stop.fire(new ShutdownDelayInitiatedEvent()), OwnThread.FOR_EACH))
                .succeedsWithin(Duration.ofSeconds(8));

        JobState state = platform.database().state(job.id());
        assertThat(state.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(state.attempt()).isZero();
        assertThat(state.losses()).isZero();
        assertThat(platform.database().events(job.id())).isEqualTo("started queued");
        assertThat(platform.database().doorbells(job.id())).isEqualTo(1);
    }
}
