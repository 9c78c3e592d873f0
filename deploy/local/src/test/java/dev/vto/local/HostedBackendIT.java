package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.comfyui.ComfyProtocol;
import dev.vto.fakes.fal.FalProtocol;
import dev.vto.fakes.fashn.FashnProtocol;
import dev.vto.fakes.kling.KlingProtocol;
import dev.vto.fakes.replicate.ReplicateProtocol;
import dev.vto.infra.test.Faults;
import dev.vto.shared.job.JobStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker that is killed while a backend works for it: the next attempt follows the job that the backend has. */
class HostedBackendIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static TestStack stack;

    @TempDir
    Path persons;

    private FakeBackend fake;
    private ServiceProcess worker;

    static Stream<Subject> backends() {
        return Stream.of(
                        new Subject(new FalProtocol(), "VTO_FAL_", "", Map.of()),
                        new Subject(new FashnProtocol(), "VTO_FASHN_", "/v1", Map.of()),
                        new Subject(
                                new KlingProtocol(), "VTO_KLING_", "", Map.of("ACCESS_KEY", KlingProtocol.ACCESS_KEY)),
                        new Subject(new ReplicateProtocol(), "VTO_REPLICATE_", "/v1", Map.of()),
                        new Subject(new ComfyProtocol(), "VTO_COMFYUI_", "", Map.of()))
                .limit(Faults.backends());
    }

    @BeforeAll
    static void startWithoutWorkers() {
        stack = TestStack.start(
                0,
                Map.of("VTO_HTTP_PORT", "0", "VTO_WORKER_LEASE", "PT3S", "VTO_WORKER_HEARTBEAT", "PT0.5S"),
                new Network() {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void stopWorker() {
        worker.stop(LIMIT);
        fake.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void isAskedOnceHoweverOftenWorkersDie(Subject hosted) throws Exception {
        fake = FakeBackend.start(hosted.protocol(), 0, Subject.KEY, Duration.ofMillis(50), line -> {});
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        for (String side : List.of("front", "back")) {
            Files.write(persons.resolve("standing-neutral-" + side + ".jpg"), TestPictures.jpeg(600, 900));
        }
        Map<String, String> settings = hosted.settings(fake, persons);
        Seller seller = Seller.signedIn(stack.stack().file(), hosted + "@example.com");
        Books books = new Books(stack.stack().file(), seller);

        worker = startWorker(hosted + "-1", settings);
        Seller.Job job = seller.pictures(1);
        await().atMost(LIMIT).until(() -> fake.submits() == 1);
        long before = looks(hosted.protocol());
        await().atMost(LIMIT).until(() -> looks(hosted.protocol()) > before + 2);
        worker.handle().destroyForcibly();
        worker = startWorker(hosted + "-2", settings);
        fake.release();
        books.awaitStatus(job, JobStatus.SUCCEEDED, LIMIT);

        assertThat(fake.submits()).isEqualTo(1);
        assertThat(fake.cancels()).isZero();
        assertThat(books.job(job)).containsEntry("losses", 1).containsEntry("worker", hosted + "-2");
        books.assertAllSucceeded(List.of(job));
        books.assertBalancedAfterKills();
    }

    private static ServiceProcess startWorker(String name, Map<String, String> settings) {
        return stack.stack().services().startWorker(name, settings);
    }

    private long looks(Protocol protocol) {
        return fake.requests().stream()
                .filter(request -> protocol.purpose(request).equals(Optional.of(Purpose.LOOK)))
                .count();
    }
}
