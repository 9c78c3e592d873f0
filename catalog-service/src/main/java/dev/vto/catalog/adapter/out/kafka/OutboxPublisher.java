package dev.vto.catalog.adapter.out.kafka;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.shared.adapter.log.LogIds;
import dev.vto.shared.event.JobEventType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, in its order, as CloudEvents 1.0 in binary mode, and marks what Kafka acknowledged. Per
 * topic and key nothing is marked behind a failure, so the order of a job's events holds when it is tried again. Of what
 * waits, one batch at a time is in memory.
 */
final class OutboxPublisher {

    static final int BATCH = 500;

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final String DEFAULT_SOURCE = "/catalog-service";

    /** Well below the time after which PostgreSQL takes a silent relay for a vanished one. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final OutboxTable table;
    private final Function<ProducerRecord<String, byte[]>, Future<RecordMetadata>> producer;
    private final OutboxMeters meters;
    private final RungJobs rung;
    private final Floor floor;
    private final Refusals refusals = new Refusals(System::nanoTime);
    private long position;

    /** @param producer sends a record, and answers what becomes of it */
    OutboxPublisher(
            OutboxTable table,
            Function<ProducerRecord<String, byte[]>, Future<RecordMetadata>> producer,
            OutboxMeters meters,
            Floor floor)
            throws SQLException {
        this.table = table;
        this.producer = producer;
        this.meters = meters;
        this.rung = new RungJobs(table, System::nanoTime);
        this.floor = floor;
        this.position = table.takeOver();
    }

    /** An event on its way. */
    private record Sending(
            OutboxTable.Event event, String topic, long position, @Nullable Future<RecordMetadata> answer) {

        /** What the order holds for. */
        String line() {
            return topic + "/" + event.key();
        }
    }

    /**
     * Sends one batch.
     *
     * @return how many rows were dealt with; 0 when there was nothing, or nothing could be sent
     */
    int publish() throws SQLException, InterruptedException {
        OutboxTable.Unsent unsent = table.unsent(floor.from(), BATCH);
        List<Sending> sent = new ArrayList<>(unsent.events().size());
        Set<String> silent = new HashSet<>();
        int parked = 0;
        for (OutboxTable.Event event : unsent.events()) {
            Optional<JobEventType> type = JobEventType.ofType(event.type());
            if (type.isEmpty()) {
                parked += park(event, "unknown type " + event.type());
                continue;
            }
            String topic = type.get().topic().topicName();
            sent.add(silent.contains(topic) ? new Sending(event, topic, 0, null) : send(event, topic, silent));
        }
        int done = parked + settle(sent, unsent);
        rung.queue();
        return done;
    }

    private Sending send(OutboxTable.Event event, String topic, Set<String> silent)
            throws SQLException, InterruptedException {
        position++;
        Future<RecordMetadata> answer = producer.apply(record(event, topic, position));
        if (answer.isDone() && await(answer) instanceof org.apache.kafka.common.errors.TimeoutException) {
            // Kafka does not tell where the topic is: each further record would wait for that as long as this one did.
            silent.add(topic);
            table.touch();
        }
        return new Sending(event, topic, position, answer);
    }

    private int settle(List<Sending> sent, OutboxTable.Unsent unsent) throws SQLException, InterruptedException {
        List<Sending> acknowledged = new ArrayList<>();
        Set<String> failedLines = new HashSet<>();
        int parked = 0;
        for (Sending sending : sent) {
            OutboxTable.Event event = sending.event();
            Future<RecordMetadata> answer = sending.answer();
            Throwable failure = answer == null ? null : await(answer);
            if (failure instanceof RecordTooLargeException) {
                parked += park(event, failure.getMessage());
            } else if (failure != null) {
                failedLines.add(sending.line());
                refusals.hear(failure);
                LOG.debugf(failure, "outbox row %s was not sent", event.id());
            } else if (answer == null) {
                failedLines.add(sending.line());
            } else if (!failedLines.contains(sending.line())) {
                acknowledged.add(sending);
                meters.sent(event.createdAt());
            }
        }
        if (!acknowledged.isEmpty()) {
            long marked = table.mark(
                    acknowledged.stream().map(sending -> sending.event().id()).toList(),
                    acknowledged.stream().map(Sending::position).toList());
            if (acknowledged.size() + parked == sent.size()) {
                floor.sent(unsent.last(), unsent.ended(), marked);
            }
            acknowledged.forEach(sending -> rung.add(sending.event()));
        }
        return acknowledged.size() + parked;
    }

    private int park(OutboxTable.Event event, @Nullable String reason) throws SQLException {
        new LogIds(event.key(), null, event.traceparent())
                .during(() -> LOG.errorf("outbox row %s cannot be sent and is parked: %s", event.id(), reason));
        table.park(event.id(), String.valueOf(reason));
        return 1;
    }

    private @Nullable Throwable await(Future<RecordMetadata> sending) throws SQLException, InterruptedException {
        while (true) {
            try {
                sending.get(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (TimeoutException e) {
                table.touch();
            }
        }
    }

    private static ProducerRecord<String, byte[]> record(OutboxTable.Event event, String topic, long position) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, event.key(), event.payload().getBytes(StandardCharsets.UTF_8));
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.id().toString());
        header(record, "ce_source", event.source() == null ? DEFAULT_SOURCE : event.source());
        header(record, "ce_type", event.type());
        header(record, "ce_subject", event.key());
        header(record, "ce_time", event.createdAt().toInstant().toString());
        header(record, "ce_sequence", Long.toString(position));
        if (event.traceparent() != null) {
            header(record, TraceContext.HEADER, event.traceparent());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
