package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.Instance;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.OutputOptions;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.Parameters;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.Shown;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Virtual Try-On: one garment, which it sees for itself, on one photo of a person. */
final class VertexTryOn implements TryOnGenerator {

    private static final int LARGEST_PHOTO = 7_000_000;

    /** Seeds are positive and have 31 bits. */
    private static final long SEEDS = (1L << 31) - 1;

    private final VertexClient client;
    private final VertexSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    VertexTryOn(VertexClient client, VertexSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.settings = settings;
        this.photos = photos.within(LARGEST_PHOTO);
        this.results = results;
    }

    @Override
    public String provider() {
        return VertexClient.PROVIDER;
    }

    @Override
    public String model() {
        return settings.tryonModel();
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
    public Capabilities canDress() {
        return Fitting.capabilities(!settings.watermark());
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        return Fitting.inBase64(request, photos)
                .invoke(() -> call.at(0.1))
                .flatMap(fitting -> client.predict(asked(fitting, request.seed()), call))
                .ifNoItem()
                .after(settings.timeout())
                .failWith(() -> Failures.of(FailureCode.TIMEOUT, "no picture within " + settings.timeout()))
                .invoke(() -> call.at(0.9))
                .flatMap(picture -> results.picture(picture, request.folder()));
    }

    private VertexApi.Request asked(Fitting<String> fitting, long seed) {
        return new VertexApi.Request(
                List.of(new Instance(Shown.of(fitting.person()), List.of(Shown.of(fitting.worn())))),
                new Parameters(
                        1,
                        settings.watermark() ? null : Math.floorMod(seed, SEEDS) + 1,
                        settings.watermark(),
                        settings.personGeneration(),
                        settings.safetySetting(),
                        settings.storageUri().orElse(null),
                        new OutputOptions("image/png")));
    }
}
