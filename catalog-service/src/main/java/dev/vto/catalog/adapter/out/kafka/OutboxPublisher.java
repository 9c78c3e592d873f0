package dev.vto.catalog.adapter.out.kafka;

import dev.vto.shared.event.JobEventType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, in its order, as CloudEvents 1.0 in binary mode, and marks what Kafka acknowledged. Per
 * key nothing is marked behind a failure, so the order of a job's events holds when it is tried again.
 */
final class OutboxPublisher {

    static final int BATCH = 500;

    /** What a relay that takes over leaves free, for numbers of its predecessor that were sent and never marked. */
    static final long TAKE_OVER_GAP = 1_000_000;

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final String DEFAULT_SOURCE = "/catalog-service";

    private final OutboxTable table;
    private final Producer<String, byte[]> producer;
    private long position;

    OutboxPublisher(OutboxTable table, Producer<String, byte[]> producer) throws SQLException {
        this.table = table;
        this.producer = producer;
        long highest = table.highestPosition();
        this.position = highest == 0 ? 0 : highest + TAKE_OVER_GAP;
    }

    /**
     * Sends one batch.
     *
     * @return how many rows were dealt with; 0 when there was nothing, or nothing could be sent
     */
    int publish() throws SQLException, InterruptedException {
        List<OutboxTable.Event> events = table.unsent(BATCH);
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        long first = position + 1;
        for (OutboxTable.Event event : events) {
            position++;
            sent.add(producer.send(record(event, position)));
        }
        return settle(events, sent, first);
    }

    private int settle(List<OutboxTable.Event> events, List<Future<RecordMetadata>> sent, long first)
            throws SQLException, InterruptedException {
        List<UUID> ids = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        Set<String> failedKeys = new HashSet<>();
        int parked = 0;
        for (int i = 0; i < events.size(); i++) {
            OutboxTable.Event event = events.get(i);
            Throwable failure = await(sent.get(i));
            if (failure instanceof RecordTooLargeException) {
                LOG.errorf("outbox row %s of job %s is too large for Kafka and is parked", event.id(), event.key());
                table.park(event.id(), String.valueOf(failure.getMessage()));
                parked++;
            } else if (failure != null) {
                failedKeys.add(event.key());
                LOG.debugf(failure, "outbox row %s was not sent", event.id());
            } else if (!failedKeys.contains(event.key())) {
                ids.add(event.id());
                positions.add(first + i);
            }
        }
        if (!ids.isEmpty()) {
            table.mark(ids, positions);
        }
        return ids.size() + parked;
    }

    private static @Nullable Throwable await(Future<RecordMetadata> sending) throws InterruptedException {
        try {
            sending.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static ProducerRecord<String, byte[]> record(OutboxTable.Event event, long position) {
        JobEventType type = JobEventType.ofType(event.type())
                .orElseThrow(() -> new IllegalStateException(
                        "outbox row " + event.id() + " has the unknown type " + event.type()));
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                type.topic().topicName(), event.key(), event.payload().getBytes(StandardCharsets.UTF_8));
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.id().toString());
        header(record, "ce_source", event.source() == null ? DEFAULT_SOURCE : event.source());
        header(record, "ce_type", event.type());
        header(record, "ce_subject", event.key());
        header(record, "ce_time", event.createdAt().toInstant().toString());
        header(record, "ce_sequence", Long.toString(position));
        if (event.traceparent() != null) {
            header(record, "traceparent", event.traceparent());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
