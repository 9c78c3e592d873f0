package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Figures;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line to PostgreSQL that falls silent without being broken, under the worker as it is configured. */
@QuarkusTest
@WithTestResource(LineResource.class)
class SilentLineTest {

    private static final Duration RECOVERY = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    Line line;

    private final Platform platform = new Platform(
            new Database(setting("direct.database.url"), setting("VTO_DB_OWNER_PASSWORD")),
            Path.of(setting("vto.media-dir")));

    @AfterEach
    void mend() {
        line.mend();
    }

    @Test
    void goesOnWithNewConnectionsWhereTheOldOnesFallSilent() {
        assertRuns(Platform.LIMIT);

        line.fallSilent();

        assertThat(assertRuns(RECOVERY)).isLessThan(RECOVERY);
    }

    @Test
    void goesOnWhenNothingWasHeardForLong() {
        assertRuns(Platform.LIMIT);
        int calls = line.calls();

        line.swallowReplies();
        await().atMost(Platform.LIMIT).until(() -> line.calls() > calls + 1);
        line.mend();

        assertThat(assertRuns(RECOVERY)).isLessThan(RECOVERY);
    }

    /** A process that stands still closes nothing itself; it is the server that frees the rows. */
    @Test
    void letsTheServerEndATransactionThatStandsStill() {
        String limit = pool.query("SHOW idle_in_transaction_session_timeout")
                .execute()
                .await()
                .atMost(Platform.LIMIT)
                .iterator()
                .next()
                .getString(0);

        assertThat(limit).isEqualTo("5s");
    }

    /** @return how long a new job took from its submission to its success */
    private Duration assertRuns(Duration limit) {
        long start = System.nanoTime();
        NewJob job = platform.submit(NewJob.anImageJob(platform.anOwner()));
        await().atMost(limit.plus(Platform.LIMIT))
                .untilAsserted(() ->
                        assertThat(platform.database().state(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        Figures.print("a job over the line takes %d ms", taken.toMillis());
        return taken;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
