package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.SseClient;
import dev.vto.local.terminal.StopSignal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of two catalogs, one of which dies: that which sends the events of both. */
class StreamIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Events of a user in the order in which they were sent. */
    private static final String SENT =
            """
            SELECT position FROM outbox_event
            WHERE aggregateid IN (SELECT id::text FROM vto_job WHERE project_id = ?::uuid)
              AND type <> 'vto.job.requested.v1' ORDER BY position
            """;

    private TestStack stack;
    private ServiceProcess second;
    private String secondUrl;

    @BeforeEach
    void startTwo() throws Exception {
        stack = TestStack.start(1, Map.of("VTO_HTTP_PORT", "0", "VTO_SIMULATED_LATENCY", "PT0.1S"), new Network() {});
        int port = Port.choose(Map.of(), "VTO_HTTP_PORT", 0);
        second = stack.stack().services().startCatalog("catalog-service-2", port);
        second.awaitReady(new StopSignal());
        secondUrl = "http://" + Port.HOST + ":" + port;
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void goOnWhereTheyWereOnTheOtherCatalog() throws Exception {
        StackFile first = stack.stack().file();
        Seller seller = Seller.signedIn(first, "streams@example.com");
        Seller atSecond = seller.at(secondUrl);
        SseClient.Stream dying = streamOf(seller, first.catalogUrl(), "");
        SseClient.Stream staying = streamOf(seller, secondUrl, "");
        List<Seller.Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(seller.letter());
            jobs.add(atSecond.letter());
        }
        await().atMost(LIMIT).until(() -> dying.ids().size() > 5);

        ProcessHandle.of(first.catalogPid()).orElseThrow().destroyForcibly();
        await().atMost(LIMIT).until(dying::hasEnded);
        SseClient.Stream resumed = streamOf(seller, secondUrl, dying.lastId());
        for (int i = 0; i < 5; i++) {
            jobs.add(atSecond.letter());
        }
        Books books = new Books(first, seller);
        books.awaitEnds(LIMIT);

        books.assertAllSucceeded(jobs);
        books.assertBalanced();
        await().atMost(LIMIT).untilAsserted(() -> {
            // Kafka has an event a moment before its row has the position.
            List<Long> sent = new Database(first)
                    .rows(SENT, seller.project()).stream()
                            .map(row -> (Long) row.get("position"))
                            .toList();
            assertThat(staying.ids()).isEqualTo(sent);
            assertThat(concat(dying.ids(), resumed.ids())).isEqualTo(sent);
        });
    }

    private static List<Long> concat(List<Long> first, List<Long> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static SseClient.Stream streamOf(Seller seller, String catalog, String lastEventId) {
        return new SseClient(URI.create(catalog))
                .open("/v1/events", seller.rest().token(), lastEventId)
                .read();
    }
}
