package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.fixture.GivenSettings;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class RequestsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Requests requests = Requests.repeatable(settings(), new Requests.Rate(100, Duration.ofSeconds(1)));

    /** The settings of some backend. */
    @ConfigMapping(prefix = "vto.backend")
    public interface Settings extends RemoteSettings {}

    @Test
    void sendsNothingAgainThatNobodyWaitsForAnyMore() {
        AtomicInteger unwanted = new AtomicInteger();
        Cancellable waiting = requests.send(() -> busy(unwanted)).subscribe().with(item -> {});
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> unwanted.get() > 0);
        waiting.cancel();
        int until = unwanted.get();

        AtomicInteger wanted = new AtomicInteger();
        Cancellable other = requests.send(() -> busy(wanted)).subscribe().with(item -> {});

        await().atMost(LIMIT).until(() -> wanted.get() > until + 4);
        other.cancel();
        assertThat(unwanted.get()).isLessThanOrEqualTo(until + 1);
    }

    private static Uni<Object> busy(AtomicInteger times) {
        return Uni.createFrom().failure(() -> {
            times.incrementAndGet();
            return Failures.of(FailureCode.CAPACITY, "no slot is free");
        });
    }

    private static Settings settings() {
        return GivenSettings.of(Settings.class, Map.of("poll", "PT0.002S"));
    }
}
