package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.fixture.NewJob;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server keeps a plan that it made while nothing waited, and uses it when thousands do. */
class KeptPlanTest {

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
    void ofClaimsGoesByTheIndexThatHasTheirOrder() {
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
        long others = scansOfOthers();

        PostgresJobQueue queue = new PostgresJobQueue(pool, "worker-under-test", Set.of(JobKind.IMAGE));
        for (int i = 0; i < CLAIMS; i++) {
            assertThat(queue.claim(1).await().atMost(LIMIT)).isEmpty();
        }
        // A session that ends counts what it has read at once, one that is idle after ten seconds.
        pool.closeAndAwait();

        // Those of sessions of other tests may still be counted.
        await().atMost(LIMIT).until(() -> scans("ix_vto_job_claim") - before >= CLAIMS * PRIORITIES);
        assertThat(scansOfOthers()).isEqualTo(others);
    }

    @Test
    void ofAnEmptyTableGoesByAnIndex() {
        UUID job = UUID.fromString("01a3c5b0-0000-7000-8000-000000000001");
        table.database().execute("VACUUM ANALYZE vto_job");

        assertThat(plan(job)).contains("Index").doesNotContain("Seq Scan");
    }

    private String plan(UUID job) {
        return StreamSupport.stream(
                        pool.query("EXPLAIN SELECT status FROM vto_job WHERE id = ANY('{" + job + "}'::uuid[])")
                                .execute()
                                .await()
                                .atMost(LIMIT)
                                .spliterator(),
                        false)
                .map((Row row) -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }

    private long scansOfOthers() {
        return scans("ix_vto_job_waiting") + scans("ix_vto_job_user_rank");
    }

    /** As PostgreSQL counts them, a moment later. */
    private long scans(String index) {
        return Long.parseLong(
                table.database().one("SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'"));
    }
}
