package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Jobs that go on being told of, event by event, whatever becomes of the relay: so many at a time that a test may do
 * something to the relay meanwhile, and no more than fit into memory.
 */
final class Stories {

    private static final List<String> STORY =
            List.of("vto.job.queued.v1", "vto.job.started.v1", "vto.job.progressed.v1", "vto.job.succeeded.v1");
    private static final int WRITERS = 4;
    private static final int AT_A_TIME = 2_000;

    private final Outbox outbox;
    private final Map<String, List<String>> told = new ConcurrentHashMap<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private final Semaphore room = new Semaphore(AT_A_TIME);
    private volatile boolean going = true;

    private Stories(Outbox outbox) {
        this.outbox = outbox;
    }

    static Stories begin(Outbox outbox) {
        Stories stories = new Stories(outbox);
        for (int i = 0; i < WRITERS; i++) {
            stories.writers.execute(stories::write);
        }
        return stories;
    }

    /** Lets as many more be told of as at the beginning. */
    void goOn() {
        room.release(AT_A_TIME);
    }

    /** How many events were committed so far. */
    int written() {
        return told.values().stream().mapToInt(List::size).sum();
    }

    void end() throws InterruptedException {
        going = false;
        room.release(WRITERS);
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** No event is missing on Kafka, and first deliveries have the order of the job, in positions that rise. */
    void assertAllWereToldInOrder() {
        Set<String> events = told.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<String, List<ConsumerRecord<String, String>>> read = new Feed(outbox.bootstrap(), "vto.job.events")
                .firstDeliveries(told.keySet(), events).stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        assertThat(told).isNotEmpty();
        Map<String, List<String>> delivered = new HashMap<>();
        read.forEach((job, records) -> delivered.put(
                job,
                records.stream().map(record -> Feed.header(record, "ce_id")).toList()));
        assertThat(delivered).isEqualTo(told);
        assertThat(read.values()).as("stories whose positions do not rise").allMatch(Stories::rises);
    }

    private static boolean rises(List<ConsumerRecord<String, String>> records) {
        List<Long> positions = records.stream()
                .map(record -> Long.valueOf(Feed.header(record, "ce_sequence")))
                .toList();
        return positions.equals(List.copyOf(new TreeSet<>(positions)));
    }

    private void write() {
        try (Connection connection = outbox.connect()) {
            while (going) {
                room.acquireUninterruptibly();
                String job = UUID.randomUUID().toString();
                List<String> events = new ArrayList<>();
                for (String type : STORY) {
                    events.add(Outbox.write(connection, job, type, "{}").toString());
                    told.put(job, List.copyOf(events));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
