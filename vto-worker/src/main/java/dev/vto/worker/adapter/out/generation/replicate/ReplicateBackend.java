package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures by the models that Replicate runs. */
@Singleton
public final class ReplicateBackend implements Backend {

    private final ReplicateSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    public ReplicateBackend(ReplicateSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String name() {
        return ReplicateClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new ReplicateTryOn(new ReplicateClient(settings), settings, photos, results));
    }
}
