package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteVideo;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;

/** Image-to-video: 5 or 10 seconds from one picture, in its shape. */
final class FashnVideo extends RemoteVideo<String> {

    private final FashnSettings settings;
    private final PhotoFiles photos;

    FashnVideo(FashnClient client, FashnSettings settings, PhotoFiles photos, ResultFiles results) {
        super(client, settings.videoModel(), settings.videoModel(), settings, results);
        this.settings = settings;
        this.photos = photos;
    }

    @Override
    protected Uni<Map<String, Object>> input(Path image, int seconds) {
        return photos.dataUrl(image, FIRST_IMAGE)
                .map(url -> Map.of(
                        "image", url,
                        "duration", seconds,
                        "resolution", settings.videoResolution()));
    }
}
