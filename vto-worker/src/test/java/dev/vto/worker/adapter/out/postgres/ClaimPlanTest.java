package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.fixture.NewJob;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By which index claims find jobs, after statistics were taken at a moment that speaks for another. */
class ClaimPlanTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Their entries are more than a page of the index of claims, and no more than one of another on what waits. */
    private static final int DONE = 220;

    private static final int CLAIMS = 12;
    private static final int PRIORITIES = 10;

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = table.pool(vertx);

    @AfterEach
    void close() throws Exception {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void goByTheIndexThatHasTheirOrder() {
        NewJob job = NewJob.anImageJob();
        table.submit(job);
        table.database()
                .execute(
                        """
                        INSERT INTO vto_job (id, user_id, project_id, product_id, kind, spec, rank)
                        SELECT gen_random_uuid(), user_id, project_id, product_id, kind, spec, n
                        FROM vto_job, generate_series(1, ?) n
                        """,
                        DONE);
        table.database().execute("UPDATE vto_job SET status = 'SUCCEEDED'");
        table.database().execute("ANALYZE vto_job");
        long before = scans("ix_vto_job_claim");
        long others = scans("ix_vto_job_waiting") + scans("ix_vto_job_user_rank");

        PostgresJobQueue queue = new PostgresJobQueue(pool, "worker-under-test", Set.of(JobKind.IMAGE));
        for (int i = 0; i < CLAIMS; i++) {
            assertThat(queue.claim(1).await().atMost(LIMIT)).isEmpty();
        }

        await().atMost(LIMIT)
                .until(() -> scans("ix_vto_job_claim")
                                + scans("ix_vto_job_waiting")
                                + scans("ix_vto_job_user_rank")
                                - before
                                - others
                        >= CLAIMS * PRIORITIES);
        assertThat(scans("ix_vto_job_claim") - before).isEqualTo(CLAIMS * PRIORITIES);
    }

    /** As PostgreSQL counts them, a moment later. */
    private long scans(String index) {
        return Long.parseLong(
                table.database().one("SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'"));
    }
}
