package dev.vto.worker.adapter.in.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerLivenessTest {

    @ParameterizedTest
    @CsvSource({"PT1S, PT60S, false", "PT1S, PT61S, true", "PT5M, PT5M59S, false", "PT5M, PT6M, true"})
    void holdsATimerForDeadOnceItIsAMinuteLate(Duration period, Duration age, boolean standsStill) {
        assertThat(WorkerLiveness.standsStill(age, period)).isEqualTo(standsStill);
    }

    @Test
    void showsEachTimer() {
        assertThat(new WorkerLiveness(new Pulse(new SimpleMeterRegistry())).call())
                .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.UP))
                .satisfies(health -> assertThat(health.getData().orElseThrow())
                        .containsOnlyKeys("pollSecondsAgo", "heartbeatSecondsAgo", "sweepSecondsAgo"));
    }
}
