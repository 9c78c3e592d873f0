package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of running jobs when their worker's process is told to stop. */
class DrainIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.of(
            "VTO_GENERATOR", "simulated",
            "VTO_SIMULATED_LATENCY", "PT4S",
            "VTO_WORKER_SLOTS", "2",
            "VTO_WORKER_HEARTBEAT", "PT0.2S",
            "VTO_WORKER_GRACE", "PT6S");

    @TempDir
    Path folder;

    private Database database;

    @Test
    void endsWhatItCanWithinTheGraceAndHandsTheRestBack() throws Exception {
        try (UpProcess up = UpProcess.start(folder.resolve("home"), folder.resolve("up.log"), SETTINGS)) {
            StackFile stack = new ObjectMapper().treeToValue(up.awaitReady(), StackFile.class);
            database = new Database(stack);
            Seller seller = Seller.signedIn(stack, "seller@example.com");
            String brief = seller.letter().id();
            String tooLong = seller.pictures(8).id();
            // RUNNING is there before the worker has heard of its claim; what it beats for, it runs.
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(job(brief)).containsEntry("status", "RUNNING").containsEntry("beaten", true);
                assertThat(job(tooLong)).containsEntry("status", "RUNNING").containsEntry("beaten", true);
            });
            ProcessHandle worker =
                    ProcessHandle.of(stack.workers().get(0).pid()).orElseThrow();

            worker.destroy();
            String late = seller.letter().id();
            worker.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            assertThat(job(brief))
                    .containsEntry("status", "SUCCEEDED")
                    .containsEntry("attempt", 1)
                    .containsEntry("worker", "worker-1");
            assertThat(job(tooLong))
                    .containsEntry("status", "QUEUED")
                    .containsEntry("attempt", 0)
                    .containsEntry("claim", 1)
                    .containsEntry("images", 0L)
                    .containsEntry("outcome", "interrupted");
            assertThat(job(late).get("claim")).isEqualTo(0);
        }
    }

    private Map<String, Object> job(String id) throws Exception {
        return database.row(
                """
                SELECT status, attempt, claim, worker, heartbeat_at > started_at AS beaten,
                  (SELECT count(*) FROM generate_img WHERE job_id = j.id) AS images,
                  (SELECT outcome FROM job_attempt a WHERE a.job_id = j.id) AS outcome
                FROM vto_job j WHERE id = ?::uuid
                """,
                id);
    }
}
