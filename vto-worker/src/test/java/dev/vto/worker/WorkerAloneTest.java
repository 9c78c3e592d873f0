package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
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
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A worker without Kafka, and then without PostgreSQL too. */
@QuarkusTest
@TestProfile(WorkerAloneTest.Alone.class)
@WithTestResource(
        value = WorkerAloneTest.FailingPlatform.class,
        initArgs = {
            @ResourceArg(name = "role", value = "worker"),
            @ResourceArg(name = "database", value = "worker_alone")
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerAloneTest {

    /** A start of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    /** No Kafka, and a PostgreSQL that is reached over a network that may fail. */
    public static final class FailingPlatform extends PlatformResource {

        private static TcpProxy network;

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(super.start());
            String url = settings.get("VTO_DB_URL");
            network = TcpProxy.to("127.0.0.1", Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1")));
            settings.put("quarkus.datasource.reactive.url", url.replaceFirst(":\\d+/", ":" + network.port() + "/"));
            settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
            return settings;
        }

        @Override
        public void stop() {
            network.close();
        }
    }

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
        FailingPlatform.network.silence();

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
