package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures by a model that Cog serves. */
@Singleton
public final class CogBackend implements Backend {

    private final CogSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    public CogBackend(CogSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String name() {
        return CogClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new CogTryOn(new CogClient(settings), settings, photos, results));
    }
}
