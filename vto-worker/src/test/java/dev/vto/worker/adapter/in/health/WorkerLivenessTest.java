package dev.vto.worker.adapter.in.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerLivenessTest {

    @ParameterizedTest
    @EnumSource
    void isDownOnceATimerStandsStill(Pulse.Timer timer) {
        assertThat(WorkerLiveness.after(Map.of(timer, Duration.ofSeconds(59))).getStatus())
                .isEqualTo(Status.UP);
        assertThat(WorkerLiveness.after(Map.of(timer, Duration.ofSeconds(60))).getStatus())
                .isEqualTo(Status.DOWN);
    }
}
