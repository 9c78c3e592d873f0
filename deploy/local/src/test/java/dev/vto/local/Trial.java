package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Figures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Letters that a seller submits before, during and after a fault. Afterwards all goes on, by itself and as fast as
 * before, and nothing that was accepted is lost.
 */
final class Trial {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int BATCH = 12;

    /** What was done between two instants, how long after them the events of that time were sent, and who was rescued. */
    private static final String DURING =
            """
            WITH fault AS (SELECT ?::timestamptz AS began, ?::timestamptz AS ended),
              j AS (SELECT * FROM vto_job WHERE project_id = ?::uuid)
            SELECT (SELECT count(*) FROM j WHERE finished_at BETWEEN began AND ended) AS done,
              (SELECT sum(losses) FROM j) AS losses,
              (SELECT (1000 * extract(epoch FROM max(sent_at) - ended))::bigint FROM outbox_event
               WHERE created_at BETWEEN began AND ended) AS sent
            FROM fault
            """;

    private final Fleet fleet;
    private final Seller seller;
    private final Books books;
    private final Duration usual;
    private final List<Seller.Job> accepted = new ArrayList<>();
    private int refused;

    /** What goes wrong, and how that ends. */
    interface Fault {
        void happen() throws Exception;
    }

    private Trial(Fleet fleet, Seller seller) {
        this.fleet = fleet;
        this.seller = seller;
        books = new Books(fleet.file(), seller);
        usual = timeOfABatch();
    }

    /** Begins with how fast letters are written where nothing is wrong. */
    static Trial begin(Fleet fleet) throws Exception {
        return new Trial(fleet, Seller.signedIn(fleet.file(), "trial@example.com"));
    }

    /** A fault goes on for so long, and so do the submissions. */
    void submitFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        submitUntil(() -> System.nanoTime() > end);
    }

    void submitUntil(BooleanSupplier end) {
        await().atMost(LIMIT.multipliedBy(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    refused += submitIfPossible(accepted) ? 0 : 1;
                    return end.getAsBoolean();
                });
    }

    /** How many submissions the catalog did not say yes to. */
    int refused() {
        return refused;
    }

    void assertRecoversFrom(String name, Fault fault) throws Exception {
        submitFor(Duration.ofMillis(500));
        int before = accepted.size();
        Instant begin = Instant.now();
        fault.happen();
        Instant end = Instant.now();
        int during = accepted.size() - before;

        Duration after = timeOfABatch();
        books.awaitEnds(LIMIT);
        books.assertAllSucceeded(accepted);
        books.assertBalanced();

        Map<String, Object> figures = fleet.database().row(DURING, begin.toString(), end.toString(), seller.project());
        double seconds = Duration.between(begin, end).toMillis() / 1e3;
        Figures.print(
                "%s for %.1f s: letters %.1f/s before; %d accepted (%.1f/s), %d refused and %s written (%.1f/s) during;"
                        + " %.1f/s after, a batch %d ms later than before; last event of it sent %s ms after; %s runs lost",
                name,
                seconds,
                rate(usual),
                during,
                during / seconds,
                refused,
                figures.get("done"),
                (long) figures.get("done") / seconds,
                rate(after),
                after.minus(usual).toMillis(),
                figures.get("sent"),
                figures.get("losses"));
        assertThat(after).isLessThan(usual.plus(RECOVERY));
    }

    private static double rate(Duration batch) {
        return BATCH * 1e3 / batch.toMillis();
    }

    private Duration timeOfABatch() {
        long start = System.nanoTime();
        List<Seller.Job> batch = new ArrayList<>();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            submitIfPossible(batch);
            return batch.size() == BATCH;
        });
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> books.assertAllSucceeded(batch));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean submitIfPossible(List<Seller.Job> jobs) throws Exception {
        try {
            return seller.letterIfPossible().map(jobs::add).orElse(false);
        } catch (IOException e) {
            // The catalog itself lives on; whatever it did not answer was not accepted.
            assertThat(ProcessHandle.of(fleet.file().catalogPid())).isPresent();
            return false;
        }
    }
}
