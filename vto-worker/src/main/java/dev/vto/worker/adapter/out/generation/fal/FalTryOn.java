package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteTryOn;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Try-on by one of fal's models: one garment on one photo of a person. */
final class FalTryOn extends RemoteTryOn<String> {

    private final FalTryOnModel model;
    private final PhotoFiles photos;

    FalTryOn(FalClient client, FalSettings settings, PhotoFiles photos, ResultFiles results) {
        this(client, settings, FalTryOnModel.of(settings.tryonModel()), photos, results);
    }

    private FalTryOn(
            FalClient client, FalSettings settings, FalTryOnModel model, PhotoFiles photos, ResultFiles results) {
        super(client, settings.tryonModel(), settings.tryonModel(), model.seeds(), settings, results);
        this.model = model;
        this.photos = photos;
    }

    @Override
    protected Uni<Map<String, Object>> input(Request request) {
        return Fitting.of(request, photos).map(fitting -> model.input(fitting, request.seed()));
    }
}
