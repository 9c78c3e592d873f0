package dev.vto.worker.adapter.out.generation.chat;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.chat.ChatProtocol;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.Copywriter.Copy;
import dev.vto.worker.application.port.Copywriter.Request;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.GivenSettings;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.Photos;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The copywriter and the fake of its service. */
final class ChatTrial implements AutoCloseable {

    static final String KEY = "sk-only-tests-know-me-0123456789";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FakeBackend fake = FakeBackend.start(new ChatProtocol(), 0, KEY, Duration.ofMillis(1), line -> {});
    private final Path folder;

    /** @param folder of its photos */
    ChatTrial(Path folder) {
        this.folder = folder;
    }

    FakeBackend fake() {
        return fake;
    }

    Path aPhoto() {
        return Photos.jpeg(folder, "top", Color.RED);
    }

    /** @param more settings beside those that every trial has */
    Copywriter writer(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "base-url", fake.url() + "/v1",
                "api-key", KEY,
                "model", "test-model",
                "poll", "PT0.02S",
                "patience", "PT10S"));
        settings.putAll(more);
        return new ChatBackend(GivenSettings.of(ChatSettings.class, settings), new PhotoFiles(Runnable::run))
                .copywriter()
                .orElseThrow()
                .get();
    }

    /** Has a letter written about a project with so many products. */
    Copy written(String project, int products, Map<String, String> more) {
        Request request = new Request(
                project,
                Collections.nCopies(products, Map.of(PhotoSlot.UPPER_FRONT, aPhoto())),
                Tone.FRIENDLY,
                "en",
                -3);
        return writer(more).write(request, new KeptCall()).await().atMost(LIMIT);
    }

    /** Has a letter written in vain. */
    GenerationFailed failed(Map<String, String> more) {
        return catchThrowableOfType(GenerationFailed.class, () -> written("Spring", 1, more));
    }

    /** What the last request has asked. */
    JsonNode lastBody() {
        return fake.requests().get(fake.requests().size() - 1).json();
    }

    @Override
    public void close() {
        fake.close();
    }
}
