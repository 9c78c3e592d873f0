package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.Lazy;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures and videos by the models that fal runs. */
@Singleton
public final class FalBackend implements Backend {

    private final FalSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;
    private final Lazy<FalClient> client;

    public FalBackend(FalSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
        this.client = new Lazy<>(() -> new FalClient(settings));
    }

    @Override
    public String name() {
        return FalClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new FalTryOn(client.get(), settings, photos, results));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new FalVideo(client.get(), settings, photos, results));
    }
}
