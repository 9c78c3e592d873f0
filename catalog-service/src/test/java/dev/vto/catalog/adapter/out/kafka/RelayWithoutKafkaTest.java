package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.KafkaBroker;
import dev.vto.infra.test.Faults;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is away for a while, and events go on being written. */
class RelayWithoutKafkaTest {

    private static final Duration OUTAGE = Duration.ofSeconds(Faults.outageSeconds());
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void drainsWhatWasWrittenMeanwhile() throws Exception {
        KafkaBroker broker = KafkaBroker.start(folder, 0);
        broker.ensureTopics(2);
        Outbox outbox = Outbox.empty("relay_without_kafka").to(broker.bootstrap());
        OutboxRelay relay = outbox.relay(new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC()));
        relay.start();
        Stories stories = Stories.begin(outbox);
        try {
            await().atMost(LIMIT).until(() -> stories.written() > 200);
            broker.close();
            int before = stories.written();
            stories.goOn();

            await().atMost(OUTAGE.plus(LIMIT)).during(OUTAGE).until(() -> RelayLiveness.after(relay.sinceLastTurn())
                    .getStatus()
                    .equals(HealthCheckResponse.Status.UP));
            assertThat(stories.written()).isGreaterThan(before + 200);
            assertThat(outbox.unsent()).isPositive();

            stories.end();
            broker = KafkaBroker.start(folder, port(broker));
            outbox.awaitDrained(LIMIT);
            stories.assertAllWereToldInOrder();
        } finally {
            stories.end();
            relay.stop();
            broker.close();
        }
    }

    @Test
    void waitsForABrokerThatIsNotThereAtTheStart() throws Exception {
        KafkaBroker broker = KafkaBroker.start(folder, 0);
        broker.ensureTopics(2);
        broker.close();
        Outbox outbox = Outbox.empty("relay_without_kafka").to(broker.bootstrap());
        OutboxRelay relay = outbox.relay(new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC()));
        relay.start();
        Stories stories = Stories.begin(outbox);
        try {
            await().atMost(LIMIT).until(() -> stories.written() > OutboxPublisher.BATCH);
            stories.end();

            broker = KafkaBroker.start(folder, port(broker));

            outbox.awaitDrained(LIMIT);
            stories.assertAllWereToldInOrder();
        } finally {
            stories.end();
            relay.stop();
            broker.close();
        }
    }

    private static int port(KafkaBroker broker) {
        return Integer.parseInt(broker.bootstrap().replaceFirst(".*:", ""));
    }
}
