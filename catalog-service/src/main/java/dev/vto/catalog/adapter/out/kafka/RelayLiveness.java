package dev.vto.catalog.adapter.out.kafka;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The relay's loop goes round, whether or not PostgreSQL and Kafka let it do anything. */
@Liveness
@Singleton
class RelayLiveness implements HealthCheck {

    /** Longer than any of its waits together. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final OutboxRelay relay;

    RelayLiveness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return after(relay.sinceLastTurn());
    }

    static HealthCheckResponse after(Duration sinceLastTurn) {
        return HealthCheckResponse.named("outbox relay")
                .status(sinceLastTurn.compareTo(LIMIT) < 0)
                .withData("secondsSinceLastTurn", sinceLastTurn.toSeconds())
                .build();
    }
}
