package dev.vto.worker.adapter.out.generation.replicate;

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

/** Try-on by a model of Replicate: one garment on one photo of a person. */
final class ReplicateTryOn implements TryOnGenerator {

    /** A {@code data:} URL may have 256 kB, of which base64 takes a quarter. */
    private static final int MOST_BYTES = 190_000;

    private final ReplicateClient client;
    private final String name;
    private final ReplicateModel model;
    private final MappedInputs inputs;
    private final PhotoFiles photos;
    private final ResultFiles results;

    ReplicateTryOn(ReplicateClient client, ReplicateSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.name = settings.tryonModel();
        this.model = ReplicateModel.of(name);
        this.inputs = new MappedInputs(ReplicateSettings.PREFIX + ".tryon-input", settings.tryonInput());
        this.photos = photos.within(MOST_BYTES);
        this.results = results;
    }

    @Override
    public String provider() {
        return ReplicateClient.PROVIDER;
    }

    @Override
    public String model() {
        return name;
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
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), inputs.seeds(), false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        Uni<Map<String, Object>> input = Fitting.of(request, photos).map(fitting -> inputs.of(fitting, request.seed()));
        return client.predict(model, input, call, url -> results.picture(url, request.folder()));
    }
}
