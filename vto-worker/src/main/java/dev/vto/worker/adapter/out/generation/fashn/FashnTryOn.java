package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.shared.job.Garment;
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

/** Try-on v1.6: one garment on one photo of a person. */
final class FashnTryOn implements TryOnGenerator {

    /** Seeds are 32 bits without a sign. */
    private static final long SEEDS = 1L << 32;

    private final FashnClient client;
    private final FashnSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    FashnTryOn(FashnClient client, FashnSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String provider() {
        return FashnClient.PROVIDER;
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
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), true, false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        return client.predict(
                settings.tryonModel(), inputs(request), call, url -> results.picture(url, request.folder()));
    }

    private Uni<Map<String, Object>> inputs(Request request) {
        return Fitting.of(request, photos)
                .map(fitting -> Map.of(
                        "model_image",
                        fitting.person(),
                        "garment_image",
                        fitting.worn(),
                        "category",
                        category(fitting.garment()),
                        "mode",
                        settings.tryonMode(),
                        "num_samples",
                        1,
                        "seed",
                        Math.floorMod(request.seed(), SEEDS),
                        "output_format",
                        "png",
                        "return_base64",
                        false));
    }

    private static String category(Garment garment) {
        return switch (garment) {
            case UPPER, OUTER -> "tops";
            case BOTTOM -> "bottoms";
            case ONEPIECE -> "one-pieces";
        };
    }
}
