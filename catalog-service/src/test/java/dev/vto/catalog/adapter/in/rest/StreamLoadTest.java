package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.adapter.out.postgres.OutboxRows;
import dev.vto.catalog.application.stream.Ending;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.SseClient;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(StreamProfile.class)
class StreamLoadTest {

    private static final int JOBS = 5;
    private static final int EVENTS = 200;
    private static final String EVENTS_OF_USER = "/v1/events";

    @Inject
    OutboxRows outbox;

    @Inject
    OpenStreams open;

    @TestHTTPResource("/")
    URI service;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SseClient client;
    private Seller seller;

    @BeforeEach
    void signIn() {
        client = new SseClient(service);
        seller = Seller.signIn();
    }

    @AfterEach
    void leaveNothing() {
        threads.shutdownNow();
        await().atMost(SseClient.LIMIT).until(() -> open.size() == 0);
    }

    @Test
    void losesAndRepeatsNothingHoweverOftenReadersComeBack() throws Exception {
        List<JobId> jobs = jobsOf(seller, JOBS);
        String start = firstId();
        Future<?> writing = threads.submit(() -> write(jobs, new Random(1)));
        List<Future<List<Long>>> readers = IntStream.range(0, 4)
                .mapToObj(seed -> threads.submit(() -> readWithBreaks(start, new Random(seed))))
                .toList();

        writing.get();
        List<List<Long>> read = new ArrayList<>();
        for (Future<List<Long>> reader : readers) {
            read.add(reader.get());
        }

        List<Long> sent = outbox.positionsOfOwner(seller.id().toString()).stream()
                .filter(position -> position > Long.parseLong(start))
                .toList();
        assertThat(sent).hasSize(EVENTS);
        assertThat(read).allSatisfy(ids -> assertThat(ids).isEqualTo(sent));
    }

    @Test
    void reachesAThousandStreams() {
        List<Seller> sellers =
                IntStream.range(0, 50).mapToObj(i -> Seller.signIn()).toList();
        List<JobId> jobs = sellers.stream().map(each -> jobsOf(each, 1).get(0)).toList();
        List<CompletableFuture<SseClient.Stream>> opening = sellers.stream()
                .flatMap(each -> IntStream.range(0, 20).mapToObj(i -> client.begin(EVENTS_OF_USER, each.token(), "")))
                .toList();
        List<SseClient.Stream> streams = opening.stream()
                .map(CompletableFuture::join)
                .map(SseClient.Stream::read)
                .toList();
        await().atMost(SseClient.LIMIT).until(() -> open.size() == 1_000);
        await().atMost(SseClient.LIMIT).untilAsserted(() -> assertThat(streams)
                .allMatch(stream -> !stream.lastId().isEmpty()));

        jobs.forEach(job -> outbox.add(job, JobEventType.STARTED));

        await().atMost(SseClient.LIMIT).untilAsserted(() -> assertThat(streams)
                .allSatisfy(stream -> assertThat(stream.names()).containsExactly("started")));
        streams.forEach(SseClient.Stream::close);
    }

    /** Without it, each event would come with the next look a second later. */
    @Test
    void hearsOfEventsOnKafka() {
        JobId job = jobsOf(seller, 1).get(0);

        try (SseClient.Stream stream =
                client.open(EVENTS_OF_USER, seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> !stream.lastId().isEmpty());
            long start = System.nanoTime();
            for (int i = 1; i <= 30; i++) {
                int sent = i;
                outbox.add(job, JobEventType.PROGRESSED);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(SseClient.LIMIT)
                        .until(() -> stream.names().stream()
                                        .filter("progressed"::equals)
                                        .count()
                                == sent);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
        }
    }

    /** What is on its way already, in both hosts, is several megabytes. */
    @Test
    void dropsWhoeverDoesNotReadAndTroublesNobodyElse() {
        JobId job = jobsOf(seller, 1).get(0);
        long dropped = open.ended(Ending.SLOW);

        try (SseClient.Stream slow = client.open(EVENTS_OF_USER, seller.token());
                SseClient.Stream quick =
                        client.open(EVENTS_OF_USER, seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> open.size() == 2);
            for (int i = 0; i < 40; i++) {
                outbox.add(job, JobEventType.PROGRESSED, "x".repeat(500_000));
            }

            await().atMost(SseClient.LIMIT).until(() -> open.ended(Ending.SLOW) == dropped + 1);
            await().atMost(SseClient.LIMIT).until(() -> quick.events().size() == 40);
            assertThat(slow.read().awaitEnd().wasCutOff()).isTrue();
            assertThat(quick.hasEnded()).isFalse();
        }
    }

    private Void write(List<JobId> jobs, Random random) {
        for (int i = 0; i < EVENTS; i++) {
            outbox.add(jobs.get(random.nextInt(jobs.size())), JobEventType.PROGRESSED);
        }
        return null;
    }

    /** Goes away after a few events each time, and comes back with the id of the last one. */
    private List<Long> readWithBreaks(String start, Random random) {
        List<Long> read = new ArrayList<>();
        String last = start;
        while (read.size() < EVENTS) {
            int wanted = Math.min(EVENTS - read.size(), 1 + random.nextInt(40));
            try (SseClient.Stream stream =
                    client.open(EVENTS_OF_USER, seller.token(), last).read()) {
                await().atMost(SseClient.LIMIT).until(() -> stream.events().size() >= wanted);
                assertThat(stream.names()).doesNotContain("reset");
                read.addAll(stream.ids().subList(0, wanted));
                last = read.get(read.size() - 1).toString();
            }
        }
        return read;
    }

    private String firstId() {
        try (SseClient.Stream stream =
                client.open(EVENTS_OF_USER, seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> !stream.lastId().isEmpty());
            return stream.lastId();
        }
    }

    /** New jobs whose first events have been sent. */
    private List<JobId> jobsOf(Seller owner, int count) {
        ProjectId project = owner.project();
        owner.product(project, "upperFront");
        List<JobId> jobs = IntStream.range(0, count)
                .mapToObj(i -> StreamTest.submit(owner, project))
                .toList();
        await().atMost(SseClient.LIMIT).until(() -> jobs.stream()
                .allMatch(job -> outbox.positionsOf(job).size() == 1));
        return jobs;
    }
}
