package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.shared.job.Garment;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteTryOn;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Try-on v1.6: one garment on one photo of a person. */
final class FashnTryOn extends RemoteTryOn<String> {

    /** Seeds are 32 bits without a sign. */
    private static final long SEEDS = 1L << 32;

    private final FashnSettings settings;
    private final PhotoFiles photos;

    FashnTryOn(FashnClient client, FashnSettings settings, PhotoFiles photos, ResultFiles results) {
        super(client, settings.tryonModel(), settings.tryonModel(), true, settings, results);
        this.settings = settings;
        this.photos = photos;
    }

    @Override
    protected Uni<Map<String, Object>> input(Request request) {
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
