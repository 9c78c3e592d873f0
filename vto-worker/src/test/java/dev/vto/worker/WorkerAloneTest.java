package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.FailingPlatform;
import dev.vto.infra.test.Figures;
import dev.vto.infra.test.TcpProxy;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.Management;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Platform;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker as it is configured, without Kafka, and over a network to PostgreSQL that falls silent. */
@QuarkusTest
@TestProfile(WorkerAloneTest.Alone.class)
@WithTestResource(
        value = FailingPlatform.class,
        initArgs = {
            @ResourceArg(name = "role", value = "worker"),
            @ResourceArg(name = "database", value = "worker_alone"),
            @ResourceArg(name = "setting", value = "quarkus.datasource.reactive.url")
        })
class WorkerAloneTest {

    private static final Duration RECOVERY = Duration.ofSeconds(20);

    /** A start of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Pool pool;

    private final Platform platform = Platform.configured();
    private final TcpProxy network = FailingPlatform.network();

    @AfterEach
    void mend() {
        network.mend();
    }

    @Test
    void runsJobsThatNoDoorbellToldItOf() {
        assertRuns(Platform.LIMIT);

        assertThat(health("live")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(200);
    }

    @Test
    void isAliveButNotReadyWithoutPostgres() {
        network.silence();

        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(health("ready")).isEqualTo(503));
        assertThat(health("live")).isEqualTo(200);
        assertThat(new Management(management).sample("vto_worker_last_poll_age_seconds"))
                .isBetween(0.0, 30.0);
    }

    @Test
    void goesOnWithNewConnectionsWhereTheOldOnesFallSilent() {
        assertRuns(Platform.LIMIT);

        network.silence();
        network.mend();

        assertThat(assertRuns(RECOVERY)).isLessThan(RECOVERY);
    }

    @Test
    void goesOnWhenNothingWasHeardForLong() {
        assertRuns(Platform.LIMIT);
        int calls = network.calls();

        network.silence();
        await().atMost(Platform.LIMIT).until(() -> network.calls() > calls + 1);
        network.mend();

        assertThat(assertRuns(RECOVERY)).isLessThan(RECOVERY);
    }

    /** A process that stands still closes nothing itself; it is the server that frees the rows. */
    @Test
    void letsTheServerEndATransactionThatStandsStill() {
        // A connection of the pool may be one that has fallen silent.
        await().atMost(Platform.LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(
                        pool.query("SHOW idle_in_transaction_session_timeout")
                                .execute()
                                .await()
                                .atMost(Platform.LIMIT)
                                .iterator()
                                .next()
                                .getString(0))
                .isEqualTo("5s"));
    }

    /** @return how long a new job took from its submission to its success */
    private Duration assertRuns(Duration limit) {
        long start = System.nanoTime();
        NewJob job = platform.submit(NewJob.anImageJob(platform.anOwner()));
        await().atMost(limit.plus(Platform.LIMIT))
                .untilAsserted(() ->
                        assertThat(platform.database().state(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        Figures.print("a job on a failing network takes %d ms", taken.toMillis());
        return taken;
    }

    private int health(String kind) {
        return new Management(management).get("/q/health/" + kind).statusCode();
    }
}
