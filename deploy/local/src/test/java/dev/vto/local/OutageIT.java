package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.Faults;
import dev.vto.infra.test.OwnThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trouble with Kafka while jobs are submitted and run: they are accepted and done as ever, and their events wait. */
@ExtendWith(Fleet.Shared.class)
class OutageIT {

    private Fleet fleet;
    private Trial trial;

    @BeforeEach
    void begin(Fleet running) throws Exception {
        fleet = running;
        trial = Trial.begin(fleet);
    }

    @Test
    void hardlyNoticesThatKafkaIsRestarted() throws Exception {
        trial.assertRecoversFrom("a restart of Kafka", () -> {
            CompletableFuture<Void> restart = CompletableFuture.runAsync(
                    () -> {
                        fleet.servers().stopKafka();
                        fleet.servers().startKafka();
                    },
                    OwnThread.FOR_EACH);
            trial.submitUntil(restart::isDone);
            restart.join();
        });

        assertThat(trial.refused()).isZero();
    }

    @Test
    void goesOnWithoutKafka() throws Exception {
        trial.assertRecoversFrom("Kafka stopped", () -> {
            fleet.servers().stopKafka();
            try {
                trial.submitFor(Duration.ofSeconds(Faults.outageSeconds()));
                assertThatEventsWait();
            } finally {
                fleet.servers().startKafka();
            }
        });

        assertThat(trial.refused()).isZero();
    }

    @Test
    void goesOnWhereNothingIsHeardOfKafka() throws Exception {
        trial.assertRecoversFrom("silence of Kafka", () -> {
            fleet.network().kafka().silence();
            try {
                trial.submitFor(Duration.ofSeconds(Faults.silenceSeconds()));
                assertThatEventsWait();
            } finally {
                fleet.network().kafka().mend();
            }
        });

        assertThat(trial.refused()).isZero();
    }

    private void assertThatEventsWait() throws Exception {
        assertThat((long) fleet.database()
                        .row("SELECT count(*) AS events FROM outbox_event WHERE sent_at IS NULL")
                        .get("events"))
                .isPositive();
    }
}
