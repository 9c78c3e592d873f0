package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Figures;
import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attempts that take longer than they may, on a worker that lives and keeps its leases. */
@ExtendWith(Fleet.Shared.class)
class ExpirationIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration TIMEOUT = Fleet.LEASE.plusSeconds(1);

    private static final String ATTEMPT =
            """
            SELECT outcome, error_code, worker, (1000 * extract(epoch FROM finished_at - started_at))::bigint AS millis
            FROM job_attempt WHERE job_id = ?::uuid AND claim = 1
            """;

    @Test
    void stopsThemAndCountsThem(Fleet fleet) throws Exception {
        Seller seller = Seller.signedIn(fleet.file(), "expiration@example.com");
        Books books = new Books(fleet.file(), seller);
        Seller.Job last;
        Seller.Job first;
        String endless;
        Set<String> others = fleet.workers();
        for (String worker : others) {
            fleet.suspend(worker);
        }
        try {
            first = seller.letter();
            last = seller.letter();
            fleet.database().rows("UPDATE vto_job SET max_attempts = 1 WHERE id = ?::uuid RETURNING id", last.id());
            endless = fleet.start(Map.of("VTO_JOB_TIMEOUT", TIMEOUT.toString(), "VTO_SIMULATED_LATENCY", "PT1H"));
            books.awaitStatus(last, JobStatus.FAILED, LIMIT);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(books.job(first)).containsEntry("attempts", 1L));
            fleet.stop(endless);
        } finally {
            for (String worker : others) {
                fleet.resume(worker);
            }
        }

        assertThat(books.job(last))
                .containsEntry("error_code", "timeout")
                .containsEntry("attempt", 1)
                .containsEntry("claim", 1)
                .containsEntry("losses", 0);
        assertExpired(fleet.database().row(ATTEMPT, last.id()), "failed", endless);
        assertExpired(fleet.database().row(ATTEMPT, first.id()), "retrying", endless);
        books.awaitStatus(first, JobStatus.SUCCEEDED, LIMIT);
        assertThat(books.job(first)).containsEntry("attempt", 2).containsEntry("losses", 0);
        books.assertBalanced();
    }

    private static void assertExpired(Map<String, Object> attempt, String outcome, String worker) {
        Figures.print(
                "an attempt that may take %d ms was stopped after %s ms", TIMEOUT.toMillis(), attempt.get("millis"));
        assertThat(attempt)
                .containsEntry("outcome", outcome)
                .containsEntry("error_code", "timeout")
                .containsEntry("worker", worker);
        assertThat((long) attempt.get("millis")).isGreaterThanOrEqualTo(TIMEOUT.toMillis());
    }
}
