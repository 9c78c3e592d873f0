package dev.vto.worker.adapter.in.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** The worker's timers fire, whether or not PostgreSQL, Kafka or a backend answers. */
@Liveness
@Singleton
class WorkerLiveness implements HealthCheck {

    /** How late a timer may be. */
    private static final Duration LATENESS = Duration.ofSeconds(60);

    private final Pulse pulse;

    WorkerLiveness(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("timers").up();
        for (Pulse.Timer timer : Pulse.Timer.values()) {
            Duration age = pulse.since(timer);
            answer.withData(timer.label() + "SecondsAgo", age.toSeconds());
            if (standsStill(age, pulse.period(timer))) {
                answer.down();
            }
        }
        return answer.build();
    }

    static boolean standsStill(Duration age, Duration period) {
        return age.compareTo(period.plus(LATENESS)) >= 0;
    }
}
