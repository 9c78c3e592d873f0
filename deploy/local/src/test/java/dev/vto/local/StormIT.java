package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Faults;
import dev.vto.infra.test.Figures;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trouble with PostgreSQL while jobs are submitted and run: afterwards all goes on, by itself, with nothing lost. */
@ExtendWith(Fleet.Shared.class)
class StormIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int BATCH = 12;

    private static final String OUR_CONNECTIONS =
            "FROM pg_stat_activity WHERE usename IN ('vto_catalog', 'vto_worker', 'vto_owner')";

    private final List<Seller.Job> accepted = new ArrayList<>();
    private Fleet fleet;
    private Seller seller;
    private Books books;
    private Duration usual;

    private interface Fault {
        void happen() throws Exception;
    }

    @BeforeEach
    void measureTheUsual(Fleet running) throws Exception {
        fleet = running;
        seller = Seller.signedIn(fleet.file(), "storm@example.com");
        books = new Books(fleet.file(), seller);
        usual = timeOfABatch();
    }

    @Test
    void survivesThatItsConnectionsAreEndedOverAndOver() throws Exception {
        assertRecoversFrom("broken connections", () -> {
            for (int second = 0; second < Faults.stormSeconds(); second++) {
                fleet.database().rows("SELECT pg_terminate_backend(pid) " + OUR_CONNECTIONS);
                submitFor(Duration.ofSeconds(1));
            }
        });
    }

    @Test
    void survivesThatPostgresCrashes() throws Exception {
        assertRecoversFrom("a crash of PostgreSQL", () -> {
            long backend = ((Number) fleet.database()
                            .row("SELECT min(pid) AS pid " + OUR_CONNECTIONS)
                            .get("pid"))
                    .longValue();
            // The postmaster then ends all others too, and recovers from the log.
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            submitFor(Duration.ofSeconds(2));
        });
    }

    @Test
    void survivesThatOthersHoldAllConnections() throws Exception {
        assertRecoversFrom("no connection left", () -> {
            List<Connection> others = new ArrayList<>();
            try {
                fleet.database().rows("SELECT pg_terminate_backend(pid) " + OUR_CONNECTIONS);
                takeAll(others);
                submitFor(Duration.ofSeconds(Faults.exhaustionSeconds()));
            } finally {
                for (Connection other : others) {
                    other.close();
                }
            }
        });
    }

    private void assertRecoversFrom(String name, Fault fault) throws Exception {
        submitFor(Duration.ofMillis(500));
        fault.happen();

        Duration after = timeOfABatch();

        Figures.print("a batch takes %d ms, and %d ms after %s", usual.toMillis(), after.toMillis(), name);
        assertThat(after).isLessThan(usual.plus(RECOVERY));
        books.awaitEnds(LIMIT);
        books.assertAllSucceeded(accepted);
        books.assertBalanced();
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

    private void submitFor(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            submitIfPossible(accepted);
            return System.nanoTime() > end;
        });
    }

    private void submitIfPossible(List<Seller.Job> jobs) throws Exception {
        try {
            seller.letterIfPossible().ifPresent(jobs::add);
        } catch (IOException e) {
            // The catalog itself lives on; whatever it did not answer was not accepted.
            assertThat(ProcessHandle.of(fleet.file().catalogPid())).isPresent();
        }
    }

    private void takeAll(List<Connection> others) {
        StackFile stack = fleet.file();
        try {
            while (true) {
                others.add(DriverManager.getConnection(stack.jdbcUrl(), stack.pgUser(), stack.pgPassword()));
            }
        } catch (SQLException full) {
            assertThat(full.getSQLState()).isEqualTo("53300");
        }
    }
}
