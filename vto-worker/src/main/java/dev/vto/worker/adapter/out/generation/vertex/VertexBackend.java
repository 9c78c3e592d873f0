package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures by Virtual Try-On on Vertex AI. */
@Singleton
public final class VertexBackend implements Backend {

    private final VertexSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    public VertexBackend(VertexSettings settings, PhotoFiles photos, ResultFiles results) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String name() {
        return VertexClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new VertexTryOn(new VertexClient(settings), settings, photos, results));
    }
}
