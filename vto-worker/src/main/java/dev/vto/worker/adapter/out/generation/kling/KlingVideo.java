package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Image to video: 5 or 10 seconds from one picture, in its shape. */
final class KlingVideo implements VideoGenerator {

    private static final Set<Integer> SECONDS = Set.of(5, 10);

    private final KlingClient client;
    private final KlingSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    KlingVideo(KlingClient client, KlingSettings settings, PhotoFiles photos, ResultFiles results) {
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
        return settings.videoModel();
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
    public Capabilities canFilm() {
        return new Capabilities(1, new TreeSet<>(SECONDS), Set.of(), false);
    }

    @Override
    public Uni<Clip> generate(Request request, Call call) {
        Uni<Map<String, Object>> input = photos.base64(request.images().get(0), "first image")
                .map(image -> Map.of(
                        "model_name", settings.videoModel(),
                        "image", image,
                        "prompt", settings.videoPrompt(),
                        "mode", settings.videoMode(),
                        "duration", Integer.toString(request.seconds())));
        return client.make(KlingTask.VIDEO, input, call, url -> results.clip(url, request.folder()));
    }
}
