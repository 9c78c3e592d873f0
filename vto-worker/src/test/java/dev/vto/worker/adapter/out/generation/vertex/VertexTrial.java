package dev.vto.worker.adapter.out.generation.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Request;
import dev.vto.fakes.vertex.FakeServiceAccount;
import dev.vto.fakes.vertex.VertexProtocol;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LoopbackMedia;
import dev.vto.worker.fixture.Photos;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The adapter for Vertex AI against its fake. */
abstract class VertexTrial {

    static final String KEY = "sk-only-tests-know-me-0123456789";
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final Map<String, String> BY_STORAGE = Map.of("storage-uri", "gs://bucket/made/here");
    static final Color PERSON = new Color(20, 160, 60);
    static final Color GARMENT = new Color(200, 30, 40);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    FakeBackend fake;

    @BeforeEach
    void startFake() {
        fake = FakeBackend.start(new VertexProtocol(), 0, KEY, Duration.ofMillis(1), line -> {});
    }

    @AfterEach
    void stopFake() {
        fake.close();
        vertx.close();
    }

    static void assertMade(Picture picture) {
        assertThat(picture.file()).isRegularFile();
        assertThat(picture.thumbnail()).isRegularFile().hasExtension("jpg");
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(picture.width()).isPositive();
        assertThat(picture.height()).isPositive();
    }

    Picture made(Map<String, String> more) {
        return generator(more)
                .generate(request(Garment.UPPER), new KeptCall())
                .await()
                .atMost(LIMIT);
    }

    GenerationFailed failed(Map<String, String> more) {
        TryOnGenerator generator = generator(more);
        return catchThrowableOfType(GenerationFailed.class, () -> generator
                .generate(request(Garment.UPPER), new KeptCall())
                .await()
                .atMost(LIMIT));
    }

    TryOnGenerator generator(Map<String, String> more) {
        return new VertexBackend(
                        settings(more),
                        new PhotoFiles(Runnable::run),
                        new ResultFiles(LoopbackMedia.over(vertx), Runnable::run))
                .tryOn()
                .orElseThrow()
                .get();
    }

    VertexSettings settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url",
                fake.url(),
                "storage-url",
                fake.url(),
                "project",
                "fake-project",
                "api-key",
                FakeServiceAccount.file(fake.url(), KEY),
                "poll",
                "PT0.02S",
                "patience",
                "PT10S"));
        settings.putAll(more);
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().withMapping(VertexSettings.class);
        settings.forEach((name, value) -> config.withDefaultValue(VertexSettings.PREFIX + "." + name, value));
        return config.build().getConfigMapping(VertexSettings.class);
    }

    TryOnGenerator.Request request(Garment garment) {
        return new TryOnGenerator.Request(
                Map.of(garment, Photos.jpeg(folder, "garment", GARMENT)),
                View.FRONT,
                null,
                Photos.jpeg(folder, "person", PERSON),
                -42,
                folder);
    }

    List<Request> asked(Purpose purpose) {
        return fake.requests().stream()
                .filter(request -> new VertexProtocol().purpose(request).equals(Optional.of(purpose)))
                .toList();
    }
}
