package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteVideo;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;

/** Image to video: 5 or 10 seconds from one picture, in its shape. */
final class KlingVideo extends RemoteVideo<KlingTask> {

    private final KlingSettings settings;
    private final PhotoFiles photos;

    KlingVideo(KlingClient client, KlingSettings settings, PhotoFiles photos, ResultFiles results) {
        super(client, KlingTask.VIDEO, settings.videoModel(), settings, results);
        this.settings = settings;
        this.photos = photos.within(KlingClient.LARGEST_PHOTO);
    }

    @Override
    protected Uni<Map<String, Object>> input(Path image, int seconds) {
        return photos.base64(image, FIRST_IMAGE)
                .map(base64 -> Map.of(
                        "model_name", settings.videoModel(),
                        "image", base64,
                        "prompt", settings.videoPrompt(),
                        "mode", settings.videoMode(),
                        "duration", Integer.toString(seconds)));
    }
}
