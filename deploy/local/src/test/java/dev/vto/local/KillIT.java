package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Faults;
import dev.vto.infra.test.Figures;
import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workers that die in mid-job. */
@ExtendWith(Fleet.Shared.class)
class KillIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String FAILED =
            """
            SELECT id::text FROM vto_job
            WHERE project_id = ?::uuid AND status = 'FAILED' AND error_code = 'worker_lost' AND losses = ?::int
            """;

    private static final String LOSSES =
            """
            SELECT sum(losses) AS runs, count(*) FILTER (WHERE losses > 0) AS jobs, max(losses) AS most
            FROM vto_job WHERE project_id = ?::uuid
            """;

    @AfterEach
    void allowLosses(Fleet fleet) throws Exception {
        fleet.allowLosses(Fleet.MAX_LOSSES);
    }

    @ParameterizedTest
    @MethodSource("dev.vto.infra.test.Faults#lossLimits")
    void losesNothingWhereWorkersAreKilledInMidJob(int maxLosses, Fleet fleet) throws Exception {
        fleet.allowLosses(maxLosses);
        Seller seller = Seller.signedIn(fleet.file(), "kills@example.com");
        Books books = new Books(fleet.file(), seller);
        List<Seller.Job> jobs = new ArrayList<>(List.of(seller.pictures(1)));
        books.awaitStatus(jobs.get(0), JobStatus.SUCCEEDED, LIMIT);

        for (int kill = 1; kill <= Faults.kills(); kill++) {
            while (jobs.size() * Faults.kills() < Faults.jobsUnderKills() * kill) {
                jobs.add(anyOf(seller, jobs.size()));
            }
            // Takes longer than whoever waits for a busy worker does, however slow the others were submitted.
            jobs.add(seller.pictures(8));
            fleet.kill(fleet.awaitBusy());
            fleet.replace();
        }

        books.awaitEnds(LIMIT);
        Set<Object> failed = fleet.database().rows(FAILED, seller.project(), Integer.toString(maxLosses)).stream()
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        books.assertAllSucceeded(
                jobs.stream().filter(job -> !failed.contains(job.id())).toList());
        Map<String, Object> lost = fleet.database().row(LOSSES, seller.project());
        Figures.print(
                "%d kills: %s runs of %s of %d jobs lost, %s of one job at most; %d failed, as a job may lose %d",
                Faults.kills(),
                lost.get("runs"),
                lost.get("jobs"),
                jobs.size(),
                lost.get("most"),
                failed.size(),
                maxLosses);
        books.assertBalancedAfterKills();
        assertThat(lost.get("runs")).isNotEqualTo(0L);
    }

    @Test
    void failsAJobThatLosesTooManyWorkers(Fleet fleet) throws Exception {
        Seller seller = Seller.signedIn(fleet.file(), "losses@example.com");
        Books books = new Books(fleet.file(), seller);
        Seller.Job job = seller.pictures(8);
        fleet.database()
                .rows(
                        "UPDATE vto_job SET losses = " + (Fleet.MAX_LOSSES - 2) + " WHERE id = ?::uuid RETURNING id",
                        job.id());

        fleet.kill(fleet.awaitBusy());
        fleet.replace();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.job(job))
                .containsEntry("losses", Fleet.MAX_LOSSES - 1)
                .containsEntry("status", "RUNNING"));
        fleet.kill(fleet.awaitBusy());
        fleet.replace();
        books.awaitEnds(LIMIT);

        assertThat(books.job(job))
                .containsEntry("status", "FAILED")
                .containsEntry("error_code", "worker_lost")
                .containsEntry("losses", Fleet.MAX_LOSSES)
                .containsEntry("claim", 2)
                .containsEntry("attempt", 0);
        books.assertBalancedAfterKills();
    }

    private static Seller.Job anyOf(Seller seller, int number) throws Exception {
        return switch (number % 4) {
            case 0 -> seller.video();
            case 1 -> seller.letter();
            default -> seller.pictures(number % 4);
        };
    }
}
