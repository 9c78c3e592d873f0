package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OutboxRelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void sendsCloudEventsAndMarksThem() throws SQLException {
        String job = UUID.randomUUID().toString();
        try (Connection connection = connect()) {
            insert(connection, job, "vto.job.started.v1", "{\"jobId\": \"" + job + "\"}");
        }

        ConsumerRecord<String, String> record =
                read("vto.job.events", Set.of(job), 1).get(0);

        assertThat(record.value()).contains(job);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("vto.job.started.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/vto-worker");
        assertThat(header(record, "ce_subject")).isEqualTo(job);
        assertThat(Long.parseLong(header(record, "ce_sequence"))).isPositive();
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        count("SELECT count(*) FROM outbox_event WHERE aggregateid = ? AND sent_at IS NULL", job))
                .isZero());
    }

    /** Lower numbers that commit later are where relays that remember a position lose events. */
    @Test
    void losesNothingAndKeepsTheOrderOfAJobUnderConcurrentWriters() throws Exception {
        int writers = 50;
        ExecutorService pool = Executors.newFixedThreadPool(writers / 2);
        List<Future<List<String>>> written = new ArrayList<>();
        try {
            for (int i = 0; i < writers; i++) {
                written.add(pool.submit(writer(new Random(i))));
            }
            Set<String> committed = new HashSet<>();
            for (Future<List<String>> each : written) {
                committed.addAll(each.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
            }
            assertThat(committed).isNotEmpty();

            Map<String, List<String>> byJob = read("vto.job.events", committed, committed.size() * 2).stream()
                    .collect(Collectors.groupingBy(
                            ConsumerRecord::key,
                            Collectors.mapping(record -> header(record, "ce_type"), Collectors.toList())));
            assertThat(byJob.keySet()).isEqualTo(committed);
            assertThat(byJob.values())
                    .allSatisfy(types -> assertThat(types).containsExactly("vto.job.queued.v1", "vto.job.started.v1"));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void parksWhatKafkaRefusesAndGoesOn() throws SQLException {
        String large = UUID.randomUUID().toString();
        String next = UUID.randomUUID().toString();
        try (Connection connection = connect()) {
            insert(connection, large, "vto.job.failed.v1", "{\"failReason\": \"" + "x".repeat(2_000_000) + "\"}");
            insert(connection, next, "vto.job.failed.v1", "{}");
        }

        assertThat(read("vto.job.events", Set.of(next), 1)).hasSize(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(count(
                        "SELECT count(*) FROM outbox_event WHERE aggregateid = ? AND parked_reason IS NOT NULL", large))
                .isEqualTo(1));
    }

    /** One job's two events, each in a transaction of its own; some roll back, and then write nothing more. */
    private Callable<List<String>> writer(Random random) {
        return () -> {
            List<String> committed = new ArrayList<>();
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 10; i++) {
                    String job = UUID.randomUUID().toString();
                    insert(connection, job, "vto.job.queued.v1", "{}");
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                        continue;
                    }
                    connection.commit();
                    insert(connection, job, "vto.job.started.v1", "{}");
                    connection.commit();
                    committed.add(job);
                }
            }
            return committed;
        };
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "vto_catalog", password);
    }

    private static void insert(Connection connection, String job, String type, String payload) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, headers)
                VALUES (uuidv7(), 'vto_job', ?, ?, ?::jsonb, '{"source": "/vto-worker"}')
                """)) {
            statement.setString(1, job);
            statement.setString(2, type);
            statement.setString(3, payload);
            statement.executeUpdate();
        }
    }

    private long count(String sql, String job) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<ConsumerRecord<String, String>> read(String topic, Set<String> keys, int expected) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (found.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (keys.contains(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
