package dev.vto.worker.adapter.out.generation.chat;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.application.port.Copywriter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Letters by a language model. */
@Singleton
public final class ChatBackend implements Backend {

    private final ChatSettings settings;
    private final PhotoFiles photos;

    public ChatBackend(ChatSettings settings, PhotoFiles photos) {
        this.settings = settings;
        this.photos = photos;
    }

    @Override
    public String name() {
        return ChatCopywriter.PROVIDER;
    }

    @Override
    public Optional<Supplier<Copywriter>> copywriter() {
        return Optional.of(() -> new ChatCopywriter(settings, photos));
    }
}
