package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class RelayLivenessTest {

    @Test
    void isDownOnceTheLoopStandsStill() {
        assertThat(RelayLiveness.after(Duration.ofSeconds(59)).getStatus()).isEqualTo(Status.UP);
        assertThat(RelayLiveness.after(Duration.ofSeconds(60)).getStatus()).isEqualTo(Status.DOWN);
    }
}
