package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteTryOn;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Kolors Virtual Try-On: one garment, which it sees for itself, on one photo of a person. It takes no seeds. */
final class KlingTryOn extends RemoteTryOn<KlingTask> {

    private final KlingSettings settings;
    private final PhotoFiles photos;

    KlingTryOn(KlingClient client, KlingSettings settings, PhotoFiles photos, ResultFiles results) {
        super(client, KlingTask.TRY_ON, settings.tryonModel(), false, settings, results);
        this.settings = settings;
        this.photos = photos.within(KlingClient.LARGEST_PHOTO);
    }

    @Override
    protected Uni<Map<String, Object>> input(Request request) {
        return Fitting.inBase64(request, photos)
                .map(fitting -> Map.of(
                        "model_name", settings.tryonModel(),
                        "human_image", fitting.person(),
                        "cloth_image", fitting.worn()));
    }
}
