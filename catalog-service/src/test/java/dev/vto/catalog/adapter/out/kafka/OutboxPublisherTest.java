package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches, on a real table and with a producer in the hands of the test. */
class OutboxPublisherTest {

    private static final String QUEUED = "vto.job.queued.v1";
    private static final String STARTED = "vto.job.started.v1";
    private static final Duration RETENTION = Duration.ofDays(7);

    private final UnsteadyProducer kafka = new UnsteadyProducer();
    private Outbox outbox;
    private Connection connection;
    private OutboxTable table;

    /** Takes everything, but for keys and topics that are made to fail. */
    private static final class UnsteadyProducer extends MockProducer<String, byte[]> {

        private Set<String> failing = Set.of();
        private AutoCloseable breaksOnSend = () -> {};

        private UnsteadyProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            try {
                breaksOnSend.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Future<RecordMetadata> sent = super.send(record, callback);
            if (failing.contains(record.topic())) {
                return CompletableFuture.failedFuture(new TimeoutException(record.topic() + " is not in the metadata"));
            }
            return failing.contains(record.key())
                    ? CompletableFuture.failedFuture(new NotEnoughReplicasException("one of one"))
                    : sent;
        }

        /** What was sent since this was asked for last. */
        private List<String> taken() {
            List<String> types = history().stream()
                    .map(record -> record.key().charAt(0) + " "
                            + new String(record.headers().lastHeader("ce_type").value()))
                    .toList();
            clear();
            return types;
        }
    }

    @BeforeEach
    void open() throws SQLException {
        outbox = Outbox.empty("outbox_publisher");
        connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void sendsInTheOrderOfWritingAndMarks() throws Exception {
        outbox.write("a", QUEUED, "{}");
        outbox.write("b", QUEUED, "{}");
        outbox.write("a", STARTED, "{}");

        assertThat(publisher().publish()).isEqualTo(3);

        assertThat(kafka.taken()).containsExactly("a " + QUEUED, "b " + QUEUED, "a " + STARTED);
        assertThat(outbox.unsent()).isZero();
        assertThat(publisher().publish()).isZero();
    }

    @Test
    void takesNoMoreThanABatchAtOnce() throws Exception {
        try (Connection writer = outbox.connect()) {
            writer.setAutoCommit(false);
            for (int i = 0; i < 3 * OutboxPublisher.BATCH; i++) {
                Outbox.write(writer, "a", QUEUED, "{}");
            }
            writer.commit();
        }

        assertThat(publisher().publish()).isEqualTo(OutboxPublisher.BATCH);
        assertThat(kafka.history()).hasSize(OutboxPublisher.BATCH);
        assertThat(outbox.unsent()).isEqualTo(2L * OutboxPublisher.BATCH);
    }

    @Test
    void sendsAgainWhatAPredecessorSentAndDidNotMark() throws Exception {
        outbox.write("a", QUEUED, "{}");
        outbox.write("a", STARTED, "{}");
        OutboxPublisher killed = publisher();
        kafka.breaksOnSend = connection;
        assertThatThrownBy(killed::publish).isInstanceOf(SQLException.class);
        List<Long> before = positionsSent();
        assertThat(before).hasSize(2);
        assertThat(outbox.unsent()).isEqualTo(2);

        connect();
        assertThat(publisher().publish()).isEqualTo(2);

        assertThat(positionsSent()).isSorted().allSatisfy(position -> assertThat(before)
                .allSatisfy(earlier -> assertThat(position).isGreaterThan(earlier)));
        assertThat(outbox.unsent()).isZero();
    }

    @Test
    void marksNothingOfALineBehindAFailure() throws Exception {
        outbox.write("a", QUEUED, "{}");
        outbox.write("b", QUEUED, "{}");
        outbox.write("a", STARTED, "{}");
        kafka.failing = Set.of("a");
        OutboxPublisher publisher = publisher();

        publisher.publish();
        assertThat(outbox.one(
                        "SELECT string_agg(aggregateid, '' ORDER BY seq) FROM outbox_event WHERE sent_at IS NULL"))
                .isEqualTo("aa");

        kafka.failing = Set.of();
        kafka.taken();
        assertThat(publisher.publish()).isEqualTo(2);
        assertThat(kafka.taken()).containsExactly("a " + QUEUED, "a " + STARTED);
        assertThat(outbox.one(
                        "SELECT string_agg(type, ' ' ORDER BY position) FROM outbox_event WHERE aggregateid = 'a'"))
                .isEqualTo(QUEUED + " " + STARTED);
    }

    /** Each send to such a topic takes seconds. */
    @Test
    void asksOnceABatchForATopicThatKafkaDoesNotTellOf() throws Exception {
        for (String job : List.of("a", "b", "c")) {
            outbox.write(UUID.randomUUID().toString(), "vto.job.requested.v1", "{}");
            outbox.write(job, QUEUED, "{}");
        }
        kafka.failing = Set.of("vto.job.requested");

        assertThat(publisher().publish()).isEqualTo(3);

        assertThat(kafka.history().stream()
                        .filter(record -> record.topic().equals("vto.job.requested"))
                        .count())
                .isEqualTo(1);
        assertThat(outbox.unsent()).isEqualTo(3);
    }

    @Test
    void parksWhatItDoesNotKnowAndGoesOn() throws Exception {
        outbox.write("a", "vto.job.teleported.v1", "{}");
        outbox.write("b", QUEUED, "{}");

        assertThat(publisher().publish()).isEqualTo(2);

        assertThat(kafka.taken()).containsExactly("b " + QUEUED);
        assertThat(outbox.one("SELECT parked_reason FROM outbox_event WHERE aggregateid = 'a'"))
                .isEqualTo("unknown type vto.job.teleported.v1");
        assertThat(publisher().publish()).isZero();
    }

    @Test
    void deletesWhatWasSentLongAgoAndNothingElse() throws Exception {
        outbox.write("old", QUEUED, "{}");
        outbox.write("older", QUEUED, "{}");
        outbox.write("new", QUEUED, "{}");
        publisher().publish();
        outbox.write("unsent", QUEUED, "{}");
        outbox.execute("UPDATE outbox_event SET sent_at = now() - interval '8 days' WHERE aggregateid = 'old'");
        outbox.execute("UPDATE outbox_event SET sent_at = now() - interval '9 days' WHERE aggregateid = 'older'");

        assertThat(table.prune(RETENTION, 1)).isEqualTo(1);
        assertThat(left()).isEqualTo("new old unsent");
        assertThat(table.prune(RETENTION, 100)).isEqualTo(1);
        assertThat(table.prune(RETENTION, 100)).isZero();
        assertThat(left()).isEqualTo("new unsent");
    }

    @Test
    void neverGivesAPositionAgainWhateverWasPruned() throws Exception {
        outbox.write("a", QUEUED, "{}");
        publisher().publish();
        outbox.execute("UPDATE outbox_event SET sent_at = now() - interval '8 days', position = position + 5000000");
        long highest = Long.parseLong(outbox.one("SELECT max(position) FROM outbox_event"));
        table.prune(RETENTION, 100);
        assertThat(left()).isNull();

        outbox.write("b", QUEUED, "{}");
        publisher().publish();

        assertThat(Long.parseLong(outbox.one("SELECT max(position) FROM outbox_event")))
                .isGreaterThan(highest);
    }

    private String left() throws SQLException {
        return outbox.one("SELECT string_agg(aggregateid, ' ' ORDER BY aggregateid) FROM outbox_event");
    }

    private List<Long> positionsSent() {
        List<Long> positions = kafka.history().stream()
                .map(record -> Long.parseLong(
                        new String(record.headers().lastHeader("ce_sequence").value())))
                .toList();
        kafka.clear();
        return positions;
    }

    private void connect() throws SQLException {
        connection = outbox.connect();
        table = new OutboxTable(connection);
    }

    private OutboxPublisher publisher() throws SQLException {
        return new OutboxPublisher(
                table,
                kafka::send,
                new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
                new Floor(System::nanoTime));
    }
}
