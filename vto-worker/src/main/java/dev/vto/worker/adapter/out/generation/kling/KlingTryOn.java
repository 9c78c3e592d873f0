package dev.vto.worker.adapter.out.generation.kling;

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

/** Kolors Virtual Try-On: one garment, which it sees for itself, on one photo of a person. It takes no seeds. */
final class KlingTryOn implements TryOnGenerator {

    private final KlingClient client;
    private final KlingSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    KlingTryOn(KlingClient client, KlingSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.settings = settings;
        this.photos = photos.within(KlingClient.LARGEST_PHOTO);
        this.results = results;
    }

    @Override
    public String provider() {
        return KlingClient.PROVIDER;
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
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), false, false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        Uni<Map<String, Object>> input = Fitting.inBase64(request, photos)
                .map(fitting -> Map.of(
                        "model_name", settings.tryonModel(),
                        "human_image", fitting.person(),
                        "cloth_image", fitting.worn()));
        return client.make(KlingTask.TRY_ON, input, call, url -> results.picture(url, request.folder()));
    }
}
