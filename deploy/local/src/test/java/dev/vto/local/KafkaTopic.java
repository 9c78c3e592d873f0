package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.EventContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was sent to a topic, read as any consumer reads it. */
record KafkaTopic(String bootstrap, String name) {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final EventContract CONTRACT = EventContract.read();

    /**
     * The records of a key, in the order in which they were sent.
     *
     * @param last type of the one that is waited for
     */
    List<ConsumerRecord<String, String>> ofKey(String key, String last) {
        return readUntil(record ->
                        key.equals(record.key()) && header(record, "ce_type").equals(last))
                .stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    /** The records of each key without repeats, as soon as all of these {@code ce_id}s are there. */
    Map<String, List<ConsumerRecord<String, String>>> firstDeliveriesByKey(Set<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        Set<String> seen = new HashSet<>();
        return readUntil(record -> {
                    missing.remove(header(record, "ce_id"));
                    return missing.isEmpty();
                })
                .stream()
                .filter(record -> seen.add(header(record, "ce_id")))
                .collect(Collectors.groupingBy(ConsumerRecord::key));
    }

    /** What every record is, whatever its type. */
    static void assertIsCloudEvent(ConsumerRecord<String, String> record) {
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_source")).isIn("/catalog-service", "/vto-worker");
        assertThat(header(record, "ce_subject")).isEqualTo(record.key());
        assertThat(Instant.parse(header(record, "ce_time"))).isBefore(Instant.now());
        assertThat(record.value()).contains("\"jobId\":").contains(record.key());
        assertThat(CONTRACT.violations(record)).isEmpty();
    }

    /** The trace of the request that made the job. */
    static void assertAreOfOneTrace(List<ConsumerRecord<String, String>> records) {
        assertThat(records.stream()
                        .map(record -> header(record, "traceparent").split("-")[1])
                        .distinct())
                .hasSize(1);
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new AssertionError("the record has no header " + name + ": " + record);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<String, String>> readUntil(Predicate<ConsumerRecord<String, String>> last) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            boolean complete = false;
            while (!complete) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(name + " has only " + records);
                }
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    records.add(record);
                    complete |= last.test(record);
                }
            }
        }
        return records;
    }
}
