package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.FailingPlatform;
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
import java.net.URI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A worker without Kafka, and then without PostgreSQL too. */
@QuarkusTest
@TestProfile(WorkerAloneTest.Alone.class)
@WithTestResource(
        value = FailingPlatform.class,
        initArgs = {
            @ResourceArg(name = "role", value = "worker"),
            @ResourceArg(name = "database", value = "worker_alone"),
            @ResourceArg(name = "setting", value = "quarkus.datasource.reactive.url")
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerAloneTest {

    /** A start of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final Platform platform = Platform.configured();

    @Test
    @Order(1)
    void runsJobsThatNoDoorbellToldItOf() {
        platform.awaitStatus(platform.submit(NewJob.anImageJob(platform.anOwner())), JobStatus.SUCCEEDED);

        assertThat(health("live")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(200);
    }

    @Test
    @Order(2)
    void isAliveButNotReadyWithoutPostgres() {
        FailingPlatform.silence();

        await().atMost(Platform.LIMIT)
                .untilAsserted(() -> assertThat(health("ready")).isEqualTo(503));
        assertThat(health("live")).isEqualTo(200);
        assertThat(new Management(management).sample("vto_worker_last_poll_age_seconds"))
                .isBetween(0.0, 30.0);
    }

    private int health(String kind) {
        return new Management(management).get("/q/health/" + kind).statusCode();
    }
}
