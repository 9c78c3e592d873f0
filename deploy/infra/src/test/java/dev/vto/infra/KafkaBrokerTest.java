package dev.vto.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.event.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    Path folder;

    @Test
    void makesTheTopicsOfTheContractOnceAndForAll() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            broker.ensureTopics(Integer.MAX_VALUE);
            broker.ensureTopics(Integer.MAX_VALUE);

            Map<String, Integer> partitions = admin
                    .describeTopics(Arrays.stream(Topics.values())
                            .map(Topics::topicName)
                            .toList())
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .collect(Collectors.toMap(
                            topic -> topic.name(), topic -> topic.partitions().size()));
            assertThat(partitions).isEqualTo(Map.of("vto.job.requested", 48, "vto.job.events", 12, "vto.job.dead", 3));
        }
    }

    @Test
    void keepsRecordsOverARestartOnOtherPorts() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
            broker.ensureTopics(1);
            send(broker, "before");
        }
        try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
            broker.ensureTopics(1);
            send(broker, "after");

            assertThat(readTwo(broker)).containsExactlyInAnyOrder("before", "after");
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.EVENTS.topicName(), value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static Set<String> readTwo(KafkaBroker broker) {
        Set<String> values = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.EVENTS.topicName(), 0)));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < 2 && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    values.add(found.value());
                }
            }
        }
        return values;
    }
}
