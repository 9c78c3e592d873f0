package dev.vto.catalog.adapter.in.kafka;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears on Kafka that events were sent. What they say is read from the outbox: only there they stand in one order, and
 * only what is there can be read again.
 */
@ApplicationScoped
class JobEventBell {

    private final FeedLoop loop;

    JobEventBell(FeedLoop loop) {
        this.loop = loop;
    }

    @NonBlocking
    @Incoming("job-events")
    void hear(ConsumerRecords<String, byte[]> records) {
        loop.hurry(StreamSupport.stream(records.spliterator(), false)
                .mapToLong(JobEventBell::position)
                .max()
                .orElse(0));
    }

    /** Whoever else writes to the topic may leave the position out. */
    private static long position(ConsumerRecord<String, byte[]> record) {
        Header sequence = record.headers().lastHeader("ce_sequence");
        try {
            return sequence == null ? 0 : Long.parseLong(new String(sequence.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
