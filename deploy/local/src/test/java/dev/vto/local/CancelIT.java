package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Faults;
import dev.vto.infra.test.Figures;
import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancels, at every state of a job and in a race with its end. */
@ExtendWith(Fleet.Shared.class)
class CancelIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int ACCEPTED = 202;
    private static final int ENDED_ALREADY = 200;

    private Seller seller;
    private Books books;

    @BeforeEach
    void signIn(Fleet fleet) throws Exception {
        seller = Seller.signedIn(fleet.file(), "cancel@example.com");
        books = new Books(fleet.file(), seller);
    }

    @Test
    void stopsARunningJobWithinTwoHeartbeatsAndLeavesNothingOfIt(Fleet fleet) throws Exception {
        Seller.Job job = seller.pictures(8);
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat((float) books.job(job).get("progress")).isGreaterThan(0.1f));

        assertThat(seller.cancel(job).status()).isEqualTo(ACCEPTED);
        assertThat(seller.cancel(job).status()).isIn(ACCEPTED, ENDED_ALREADY);
        books.awaitStatus(job, JobStatus.CANCELED, LIMIT);

        assertThat(seller.cancel(job).status()).isEqualTo(ENDED_ALREADY);
        long millis = ((Number) fleet.database()
                        .row(
                                """
                                SELECT (1000 * extract(epoch FROM finished_at - cancel_requested_at))::bigint AS millis
                                FROM vto_job WHERE id = ?::uuid
                                """,
                                job.id())
                        .get("millis"))
                .longValue();
        Figures.print("a running job stops %d ms after its cancel", millis);
        assertThat(millis).isLessThan(Fleet.HEARTBEAT.multipliedBy(2).toMillis());
        books.assertBalanced();
    }

    @Test
    void leavesAJobThatHasSucceededAsItIs() throws Exception {
        Seller.Job job = seller.letter();
        books.awaitStatus(job, JobStatus.SUCCEEDED, LIMIT);
        String before = books.snapshot();

        assertThat(seller.cancel(job).status()).isEqualTo(ENDED_ALREADY);
        assertThat(seller.cancel(job).status()).isEqualTo(ENDED_ALREADY);

        assertThat(books.snapshot()).isEqualTo(before);
    }

    @Test
    void keepsItsWordWhereItRacesWithTheEnd() throws Exception {
        Map<Seller.Job, CompletableFuture<Integer>> answers = new LinkedHashMap<>();
        for (int i = 0; i < Faults.cancels(); i++) {
            Seller.Job job = i % 2 == 0 ? seller.letter() : seller.pictures(1);
            answers.put(job, CompletableFuture.supplyAsync(() -> status(job), soon()));
        }
        int canceled = 0;
        for (CompletableFuture<Integer> answer : answers.values()) {
            canceled += answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS) == ACCEPTED ? 1 : 0;
        }
        books.awaitEnds(LIMIT);

        Figures.print("%d of %d cancels came before the end of their jobs", canceled, answers.size());
        for (Map.Entry<Seller.Job, CompletableFuture<Integer>> answer : answers.entrySet()) {
            assertThat(books.job(answer.getKey()))
                    .containsEntry("status", answer.getValue().join() == ACCEPTED ? "CANCELED" : "SUCCEEDED");
        }
        books.assertBalanced();
    }

    /** About when the job ends: it takes its time, and others are before it. */
    private static Executor soon() {
        return CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextInt(1500), TimeUnit.MILLISECONDS);
    }

    private int status(Seller.Job job) {
        try {
            return seller.cancel(job).status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
