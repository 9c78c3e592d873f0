package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One user who sends more jobs than all workers can run for long, and another who sends one. */
@ExtendWith(Fleet.Shared.class)
class FloodIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SENDERS = 8;

    /** Jobs of the flood that began after the other job was there, and before it began itself. */
    private static final String OVERTAKEN_BY =
            """
            SELECT count(f.id) AS jobs FROM vto_job o
            LEFT JOIN vto_job f ON f.project_id = ?::uuid AND f.started_at > o.created_at AND f.started_at < o.started_at
            WHERE o.id = ?::uuid
            """;

    private static final String WAITING =
            "SELECT count(*) AS jobs FROM vto_job WHERE project_id = ?::uuid AND status IN ('PENDING', 'QUEUED')";

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    private Seller flooder;
    private Seller other;

    @BeforeEach
    void signIn(Fleet fleet) throws Exception {
        flooder = Seller.signedIn(fleet.file(), "flood@example.com");
        other = Seller.signedIn(fleet.file(), "trickle@example.com");
    }

    /** The deletion cancels what still waits. */
    @AfterEach
    void stopTheFlood() throws Exception {
        senders.shutdownNow();
        flooder.deleteProject();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void delaysNobodyByMoreThanWhatRunsAndOneRound(int priority, Fleet fleet) throws Exception {
        flood(priority, Faults.flood() / 6);

        Seller.Job job = other.letter(priority);

        assertThat(jobsBefore(job, fleet)).isLessThanOrEqualTo(fleet.slots());
    }

    @Test
    void isOvertakenByAHigherPriority(Fleet fleet) throws Exception {
        flood(2, 100);

        Seller.Job job = other.letter(3);

        assertThat(jobsBefore(job, fleet)).isLessThanOrEqualTo(fleet.slots());
    }

    private void flood(int priority, int jobs) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            sent.add(senders.submit(() -> flooder.pictures(4, priority)));
        }
        for (Future<?> each : sent) {
            each.get();
        }
    }

    private long jobsBefore(Seller.Job job, Fleet fleet) throws Exception {
        Books books = new Books(fleet.file(), other);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(books.job(job).get("claim")).isEqualTo(1));
        assertThat((long) fleet.database().row(WAITING, flooder.project()).get("jobs"))
                .as("jobs of the flood that still wait")
                .isPositive();
        return (long)
                fleet.database().row(OVERTAKEN_BY, flooder.project(), job.id()).get("jobs");
    }
}
