package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.TcpProxy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two relays of two instances, one of which is in trouble. */
class RelayTakeOverTest {

    private static final Duration TAKE_OVER = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CUTS = 5;

    private final SimpleMeterRegistry first = new SimpleMeterRegistry();
    private final SimpleMeterRegistry second = new SimpleMeterRegistry();
    private Outbox outbox;
    private TcpProxy network;
    private OutboxRelay troubled;
    private OutboxRelay standby;
    private Stories stories;

    @BeforeEach
    void startBoth() throws SQLException {
        outbox = Outbox.empty("relay_take_over");
        network = TcpProxy.to(outbox.port());
        troubled = outbox.over(network.port()).relay(new OutboxMeters(first, Clock.systemUTC()));
        standby = outbox.relay(new OutboxMeters(second, Clock.systemUTC()));
        troubled.start();
        await().atMost(LIMIT).until(() -> isActive(first));
        standby.start();
        stories = Stories.begin(outbox);
        await().atMost(LIMIT).until(() -> stories.written() > 200);
    }

    @AfterEach
    void stopBoth() throws InterruptedException {
        stories.end();
        network.close();
        standby.stop();
        troubled.stop();
    }

    @Test
    void takesOverFromAHostThatVanished() throws Exception {
        network.silence();

        await().atMost(TAKE_OVER).until(() -> isActive(second));
        stories.end();
        outbox.awaitDrained(LIMIT);
        stories.assertAllWereToldInOrder();
    }

    @Test
    void losesNothingWhereTheConnectionOfTheRelayBreaksInMidBatch() throws Exception {
        for (int i = 0; i < CUTS; i++) {
            int written = stories.written();
            stories.goOn();
            network.cut();
            await().atMost(LIMIT)
                    .until(() -> stories.written() > written + 200 && (isActive(first) || isActive(second)));
        }

        stories.end();
        outbox.awaitDrained(LIMIT);
        stories.assertAllWereToldInOrder();
    }

    @Test
    void leavesTheOutboxToTheOtherWhereItIsStopped() throws Exception {
        assertThat(isActive(second)).isFalse();

        troubled.stop();

        await().atMost(TAKE_OVER).until(() -> isActive(second));
        assertThat(isActive(first)).isFalse();
        stories.end();
        outbox.awaitDrained(LIMIT);
        stories.assertAllWereToldInOrder();
    }

    private static boolean isActive(SimpleMeterRegistry registry) {
        return registry.get("vto.outbox.relay.active").gauge().value() == 1;
    }
}
