package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A worker that stands still beyond its lease and then goes on as if nothing had happened. */
@ExtendWith(Fleet.Shared.class)
class ZombieIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void changesNothingWhenItComesBackAfterItsJobWasDoneByAnother(Fleet fleet) throws Exception {
        Seller seller = Seller.signedIn(fleet.file(), "zombie@example.com");
        Books books = new Books(fleet.file(), seller);
        Seller.Job job = seller.pictures(8);
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat((float) books.job(job).get("progress")).isBetween(0.1f, 0.5f));
        String zombie = (String) books.job(job).get("worker");

        String before;
        fleet.suspend(zombie);
        try {
            books.awaitStatus(job, JobStatus.SUCCEEDED, LIMIT);
            books.assertAllSucceeded(List.of(job));
            books.assertBalanced();
            assertThat(books.job(job).get("worker")).isNotEqualTo(zombie);
            before = books.snapshot();
        } finally {
            fleet.resume(zombie);
        }
        Seller other = Seller.signedIn(fleet.file(), "other@example.com");
        awaitWorkOf(zombie, other, new Books(fleet.file(), other));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.snapshot()).isEqualTo(before));
        books.assertBalanced();
    }

    /** Only a worker that has noticed that its old jobs are not its own any more has all its slots free. */
    private static void awaitWorkOf(String worker, Seller seller, Books books) {
        List<Seller.Job> submitted = new ArrayList<>();
        await().atMost(LIMIT).pollInterval(Fleet.HEARTBEAT).until(() -> {
            submitted.add(seller.letter());
            long done = 0;
            for (Seller.Job job : submitted) {
                done += worker.equals(books.job(job).get("worker"))
                                && "SUCCEEDED".equals(books.job(job).get("status"))
                        ? 1
                        : 0;
            }
            return done > Fleet.SLOTS;
        });
        books.awaitEnds(LIMIT);
    }
}
