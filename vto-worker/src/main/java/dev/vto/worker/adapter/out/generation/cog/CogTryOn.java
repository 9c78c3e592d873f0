package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.MappedInputs;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Try-on by a model that Cog serves: one garment on one photo of a person. */
final class CogTryOn implements TryOnGenerator {

    private final CogClient client;
    private final String model;
    private final MappedInputs inputs;
    private final PhotoFiles photos;
    private final ResultFiles results;

    CogTryOn(CogClient client, CogSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.model = settings.model();
        this.inputs = new MappedInputs(CogSettings.PREFIX + ".tryon-input", settings.tryonInput());
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String provider() {
        return CogClient.PROVIDER;
    }

    @Override
    public String model() {
        return model;
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
        return client.cancel(backendJob, null);
    }

    @Override
    public Capabilities canDress() {
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), inputs.seeds(), false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        Uni<Map<String, Object>> input = Fitting.of(request, photos).map(fitting -> inputs.of(fitting, request.seed()));
        return client.predict(input, call, url -> results.picture(url, request.folder()));
    }
}
