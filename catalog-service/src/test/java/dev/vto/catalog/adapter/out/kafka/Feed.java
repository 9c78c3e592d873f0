package dev.vto.catalog.adapter.out.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic, read as any consumer reads it. */
record Feed(String bootstrap, String topic) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The records of these keys, from the beginning until there are so many. */
    List<ConsumerRecord<String, String>> read(Set<String> keys, int expected) {
        return readUntil(found -> found.size() >= expected, keys);
    }

    /** The first delivery of each event of these keys, until all of these events were delivered. */
    List<ConsumerRecord<String, String>> firstDeliveries(Set<String> keys, Set<String> events) {
        Set<String> missing = new HashSet<>(events);
        AtomicInteger looked = new AtomicInteger();
        return readUntil(
                        found -> {
                            found.subList(looked.getAndSet(found.size()), found.size())
                                    .forEach(record -> missing.remove(header(record, "ce_id")));
                            return missing.isEmpty();
                        },
                        keys)
                .stream()
                .filter(firstOfItsId())
                .toList();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Predicate<ConsumerRecord<String, String>> firstOfItsId() {
        Set<String> ids = new HashSet<>();
        return record -> ids.add(header(record, "ce_id"));
    }

    private List<ConsumerRecord<String, String>> readUntil(
            Predicate<List<ConsumerRecord<String, String>>> enough, Set<String> keys) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!enough.test(found) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (keys.contains(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
