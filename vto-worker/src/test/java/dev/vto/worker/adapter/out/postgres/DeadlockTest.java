package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A worker and another session that wait for each other. */
class DeadlockTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** PostgreSQL's code for the victim of one. */
    private static final String DEADLOCK = "40P01";

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final JobQueue queue = table.queue(Set.of(JobKind.IMAGE));

    @Test
    void repeatsAnEndThatWasTheVictimOfADeadlock() throws Exception {
        long before = deadlocks();
        ClaimedJob job;
        CompletableFuture<Ended> ended;
        boolean endWasTheVictim;
        do {
            NewJob submitted = NewJob.anImageJob();
            table.submit(submitted);
            job = queue.claim(1).await().atMost(LIMIT).get(0);
            try (Connection other =
                    table.lock("projects", submitted.owner().project().value())) {
                ended = queue.succeed(job, Results.picture(job)).subscribeAsCompletionStage();
                await().atMost(LIMIT).until(this::someoneWaitsPatiently);
                endWasTheVictim = takes(other, job);
                other.rollback();
            }
            assertThat(ended).succeedsWithin(LIMIT).isEqualTo(Ended.DONE);
        } while (!endWasTheVictim);

        await().atMost(LIMIT).until(() -> deadlocks() > before);
        assertThat(table.state(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(table.database()
                        .one(
                                "SELECT count(*) FROM job_attempt WHERE job_id = ?",
                                job.id().value()))
                .isEqualTo("1");
    }

    /**
     * Whoever has waited for a second looks for a deadlock, and gives way. That is the end, which began to wait first, but
     * for a machine that stood still meanwhile.
     */
    private static boolean takes(Connection other, ClaimedJob job) throws SQLException {
        try (Statement statement = other.createStatement()) {
            return statement.execute("SELECT 1 FROM vto_job WHERE id = '" + job.id() + "' FOR UPDATE");
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo(DEADLOCK);
            return false;
        }
    }

    private long deadlocks() {
        return Long.parseLong(
                table.database().one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    /** An end that others are written with waits for 200 ms at most; by itself it waits until it may go on. */
    private boolean someoneWaitsPatiently() {
        return !"0"
                .equals(
                        table.database()
                                .one(
                                        """
                                SELECT count(*) FROM pg_locks
                                WHERE NOT granted AND waitstart < clock_timestamp() - interval '300 milliseconds'
                                """));
    }
}
