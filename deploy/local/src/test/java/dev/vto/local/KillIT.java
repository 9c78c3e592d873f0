package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Faults;
import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that die in mid-job. */
@ExtendWith(Fleet.Shared.class)
class KillIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Test
    void losesNothingWhereWorkersAreKilledInMidJob(Fleet fleet) throws Exception {
        Seller seller = Seller.signedIn(fleet.file(), "kills@example.com");
        Books books = new Books(fleet.file(), seller);
        List<Seller.Job> jobs = new ArrayList<>(List.of(seller.pictures(1)));
        books.awaitStatus(jobs.get(0), JobStatus.SUCCEEDED, LIMIT);

        for (int kill = 1; kill <= Faults.kills(); kill++) {
            while (jobs.size() * Faults.kills() < Faults.jobsUnderKills() * kill) {
                jobs.add(anyOf(seller, jobs.size()));
            }
            fleet.kill(fleet.awaitBusy());
            fleet.replace();
        }

        books.awaitEnds(LIMIT);
        books.assertAllSucceeded(jobs);
        books.assertBalanced();
        assertThat(fleet.database()
                        .row("SELECT sum(losses) AS lost FROM vto_job WHERE project_id = ?::uuid", seller.project())
                        .get("lost"))
                .as("jobs that lost their worker")
                .isNotEqualTo(0L);
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
        books.assertBalanced();
    }

    private static Seller.Job anyOf(Seller seller, int number) throws Exception {
        return switch (number % 4) {
            case 0 -> seller.video();
            case 1 -> seller.letter();
            default -> seller.pictures(number % 4);
        };
    }
}
