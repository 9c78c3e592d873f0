package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.Lazy;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures and videos by Kling. */
@Singleton
public final class KlingBackend implements Backend {

    private final KlingSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;
    private final Lazy<KlingClient> client;

    public KlingBackend(KlingSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
        this.client = new Lazy<>(() -> new KlingClient(settings));
    }

    @Override
    public String name() {
        return KlingClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new KlingTryOn(client.get(), settings, photos, results));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new KlingVideo(client.get(), settings, photos, results));
    }
}
