package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.TryOnGenerator;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures by workflows of ComfyUI. */
@Singleton
public final class ComfyBackend implements Backend {

    private final ComfySettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;
    private final Vertx vertx;

    public ComfyBackend(ComfySettings settings, PhotoFiles photos, ResultFiles results, Vertx vertx) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
        this.vertx = vertx;
    }

    @Override
    public String name() {
        return ComfyClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new ComfyTryOn(new ComfyClient(settings, vertx), settings, photos, results));
    }
}
