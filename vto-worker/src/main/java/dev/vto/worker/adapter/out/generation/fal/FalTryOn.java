package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Try-on by one of fal's models: one garment on one photo of a person. */
final class FalTryOn implements TryOnGenerator {

    private final FalClient client;
    private final String path;
    private final FalTryOnModel model;
    private final PhotoFiles photos;
    private final ResultFiles results;

    FalTryOn(FalClient client, FalSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.path = settings.tryonModel();
        this.model = FalTryOnModel.of(path);
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String provider() {
        return FalClient.PROVIDER;
    }

    @Override
    public String model() {
        return path;
    }

    @Override
    public boolean aiGenerated() {
        return true;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public Uni<Void> cancel(String backendJob) {
        return client.cancel(backendJob);
    }

    @Override
    public Capabilities canDress() {
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), model.seeds(), false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        Uni<Map<String, Object>> input =
                Fitting.of(request, photos).map(fitting -> model.input(fitting, request.seed()));
        return client.run(path, input, call, url -> results.picture(url, request.folder()));
    }
}
