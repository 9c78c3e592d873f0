package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.OwnServer;
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
    private final SiteRules sites;

    public ComfyBackend(ComfySettings settings, PhotoFiles photos, ResultFiles results, Vertx vertx, SiteRules sites) {
        this.settings = settings;
        this.photos = photos;
        this.results = results;
        this.vertx = vertx;
        this.sites = sites;
    }

    @Override
    public String name() {
        return ComfyClient.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> {
            OwnServer.requireFetchable(ComfySettings.PREFIX + ".url", settings.url(), sites);
            return new ComfyTryOn(new ComfyClient(settings, vertx), settings, photos, results);
        });
    }
}
