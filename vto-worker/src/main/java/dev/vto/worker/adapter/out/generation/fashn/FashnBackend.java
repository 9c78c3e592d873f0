package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.Lazy;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures and videos by FASHN. */
@Singleton
public final class FashnBackend implements Backend {

    private final FashnSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;
    private final Lazy<FashnClient> client;

    public FashnBackend(FashnSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
        this.client = new Lazy<>(() -> new FashnClient(settings));
    }

    @Override
    public String name() {
        return FashnClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new FashnTryOn(client.get(), settings, photos, results));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new FashnVideo(client.get(), settings, photos, results));
    }
}
