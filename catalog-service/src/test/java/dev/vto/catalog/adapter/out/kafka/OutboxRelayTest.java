package dev.vto.catalog.adapter.out.kafka;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.infra.test.EventContract;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.JobId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
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

    @Inject
    PostgresCatalog catalog;

    private Outbox outbox;
    private Feed feed;

    @BeforeEach
    void open() {
        outbox = new Outbox(jdbcUrl, "vto_catalog", password, bootstrap);
        feed = new Feed(bootstrap, "vto.job.events");
    }

    @Test
    void sendsWhatTheContractSays() {
        JobId job = catalog.given(aNewJob().in(catalog.givenAProject()).build()).id();
        catalog.await(catalog.jobs().cancel(job));
        EventContract contract = EventContract.read();

        List<ConsumerRecord<String, String>> records = Stream.of(
                        feed.read(Set.of(job.toString()), 2),
                        new Feed(bootstrap, "vto.job.requested").read(Set.of(job.toString()), 1))
                .flatMap(List::stream)
                .toList();

        assertThat(records)
                .extracting(record -> Feed.header(record, "ce_type"))
                .containsExactly("vto.job.queued.v1", "vto.job.canceled.v1", "vto.job.requested.v1");
        assertThat(records)
                .allSatisfy(record -> assertThat(contract.violations(record)).isEmpty());
    }

    @Test
    void sendsCloudEventsAndMarksThem() throws SQLException {
        String job = UUID.randomUUID().toString();
        UUID id = outbox.write(job, "vto.job.started.v1", "{\"jobId\": \"" + job + "\"}");

        ConsumerRecord<String, String> record = feed.read(Set.of(job), 1).get(0);

        assertThat(record.value()).contains(job);
        assertThat(Feed.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Feed.header(record, "ce_id")).isEqualTo(id.toString());
        assertThat(Feed.header(record, "ce_type")).isEqualTo("vto.job.started.v1");
        assertThat(Feed.header(record, "ce_source")).isEqualTo("/vto-worker");
        assertThat(Feed.header(record, "ce_subject")).isEqualTo(job);
        assertThat(Feed.header(record, "content-type")).isEqualTo("application/json");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        outbox.one("SELECT position FROM outbox_event WHERE sent_at IS NOT NULL AND id = ?", id))
                .isEqualTo(Feed.header(record, "ce_sequence")));
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

            Map<String, List<String>> byJob = feed.read(committed, committed.size() * 2).stream()
                    .collect(Collectors.groupingBy(
                            ConsumerRecord::key,
                            Collectors.mapping(record -> Feed.header(record, "ce_type"), Collectors.toList())));
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
        outbox.write(large, "vto.job.failed.v1", "{\"failReason\": \"" + "x".repeat(2_000_000) + "\"}");
        outbox.write(next, "vto.job.failed.v1", "{}");

        assertThat(feed.read(Set.of(next), 1)).hasSize(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        outbox.one("SELECT parked_reason FROM outbox_event WHERE aggregateid = ?", large))
                .contains("max.request.size"));
    }

    /** One job's two events, each in a transaction of its own; some roll back, and then write nothing more. */
    private Callable<List<String>> writer(Random random) {
        return () -> {
            List<String> committed = new ArrayList<>();
            try (Connection connection = outbox.connect()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 10; i++) {
                    String job = UUID.randomUUID().toString();
                    Outbox.write(connection, job, "vto.job.queued.v1", "{}");
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                        continue;
                    }
                    connection.commit();
                    Outbox.write(connection, job, "vto.job.started.v1", "{}");
                    connection.commit();
                    committed.add(job);
                }
            }
            return committed;
        };
    }
}
