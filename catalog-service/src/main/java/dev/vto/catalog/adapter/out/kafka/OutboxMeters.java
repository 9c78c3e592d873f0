package dev.vto.catalog.adapter.out.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the relay shows of itself. */
@Singleton
class OutboxMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2)
    };

    private final Clock clock;
    private final AtomicBoolean active;
    private final Timer latency;

    OutboxMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        active = new AtomicBoolean();
        registry.gauge("vto.outbox.relay.active", active, it -> it.get() ? 1 : 0);
        latency = Timer.builder("vto.outbox.publish")
                .description("From the event's row to Kafka's acknowledgement")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Whether this instance is the one that relays. */
    void active(boolean is) {
        active.set(is);
    }

    /** Clocks of two machines may differ by more than the time it took. */
    void sent(OffsetDateTime createdAt) {
        Duration took = Duration.between(createdAt.toInstant(), clock.instant());
        latency.record(took.isNegative() ? Duration.ZERO : took);
    }
}
