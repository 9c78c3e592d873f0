package dev.vto.worker.adapter.in.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** The worker's timers fire, whether or not PostgreSQL, Kafka or a backend answers. */
@Liveness
@Singleton
class WorkerLiveness implements HealthCheck {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Pulse pulse;

    WorkerLiveness(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return after(Arrays.stream(Pulse.Timer.values()).collect(Collectors.toMap(Function.identity(), pulse::since)));
    }

    static HealthCheckResponse after(Map<Pulse.Timer, Duration> ages) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("timers")
                .status(ages.values().stream().allMatch(age -> age.compareTo(LIMIT) < 0));
        ages.forEach((timer, age) -> answer.withData(timer.label() + "SecondsAgo", age.toSeconds()));
        return answer.build();
    }
}
