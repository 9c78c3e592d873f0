package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.MappedInputs;
import dev.vto.worker.adapter.out.generation.remote.MappedTryOn;
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
        return Optional.of(() -> new MappedTryOn<>(
                new CogClient(settings),
                settings.model(),
                settings.model(),
                new MappedInputs(CogSettings.PREFIX + ".tryon-input", settings.tryonInput()),
                settings,
                photos,
                results));
    }
}
