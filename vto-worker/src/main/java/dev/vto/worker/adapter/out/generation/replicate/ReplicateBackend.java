package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.MappedInputs;
import dev.vto.worker.adapter.out.generation.remote.MappedTryOn;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures by the models that Replicate runs. */
@Singleton
public final class ReplicateBackend implements Backend {

    /** A {@code data:} URL may have 256 kB, of which base64 takes a quarter. */
    private static final int MOST_BYTES = 190_000;

    private final ReplicateSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    public ReplicateBackend(ReplicateSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos.within(MOST_BYTES);
        this.results = results;
    }

    @Override
    public String name() {
        return ReplicateClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new MappedTryOn<>(
                new ReplicateClient(settings),
                ReplicateModel.of(settings.tryonModel()),
                settings.tryonModel(),
                new MappedInputs(ReplicateSettings.PREFIX + ".tryon-input", settings.tryonInput()),
                settings,
                photos,
                results));
    }
}
