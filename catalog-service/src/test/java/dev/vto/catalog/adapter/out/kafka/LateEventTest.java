package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that come to wait below others that were sent. */
class LateEventTest {

    private static final String QUEUED = "vto.job.queued.v1";
    private static final String STARTED = "vto.job.started.v1";

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final AtomicLong now = new AtomicLong();
    private Outbox outbox;
    private Connection relay;
    private OutboxPublisher publisher;

    @BeforeEach
    void open() throws SQLException {
        outbox = Outbox.empty("late_event");
        relay = outbox.connect();
        publisher = new OutboxPublisher(
                new OutboxTable(relay),
                kafka::send,
                new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
                new Floor(now::get));
    }

    @AfterEach
    void close() throws SQLException {
        relay.close();
    }

    /** As whoever writes an event does, it has a number of its own before it writes. */
    @Test
    void isSentBeforeTheNextOfItsJobHoweverLateItCommits() throws Exception {
        try (Connection slow = outbox.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            Outbox.write(slow, "late", QUEUED, "{}");
            for (int n = 0; n < 3; n++) {
                outbox.write("other", QUEUED, "{}");
                publisher.publish();
            }
            assertThat(sent()).containsExactly("other", "other", "other");

            slow.commit();
        }
        outbox.write("late", STARTED, "{}");
        publisher.publish();

        assertThat(sent()).containsExactly("late", "late");
        assertThat(outbox.unsent()).isZero();
    }

    @Test
    void isFoundByTheNextWholeScanWhereNobodyCouldExpectIt() throws Exception {
        outbox.write("again", QUEUED, "{}");
        for (int n = 0; n < 3; n++) {
            publisher.publish();
            outbox.write("other", QUEUED, "{}");
        }
        outbox.execute("UPDATE outbox_event SET sent_at = NULL, position = NULL WHERE aggregateid = 'again'");
        kafka.clear();

        publisher.publish();
        assertThat(sent()).containsExactly("other");

        now.addAndGet(Floor.WHOLE_SCANS.toNanos());
        publisher.publish();
        assertThat(sent()).containsExactly("again");
    }

    private List<String> sent() {
        List<String> keys = kafka.history().stream().map(ProducerRecord::key).toList();
        kafka.clear();
        return keys;
    }
}
