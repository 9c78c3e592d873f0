package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pictures and videos by Kling. */
@Singleton
public final class KlingBackend implements Backend {

    private final KlingSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;
    private @Nullable KlingClient client;

    public KlingBackend(KlingSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String name() {
        return KlingClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new KlingTryOn(client(), settings, photos, results));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new KlingVideo(client(), settings, photos, results));
    }

    /** One for both, since the backend counts their requests together. */
    private synchronized KlingClient client() {
        if (client == null) {
            client = new KlingClient(settings);
        }
        return client;
    }
}
