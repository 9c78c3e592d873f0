package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Kling's image-to-video: 5 or 10 seconds from one picture, in its shape. */
final class FalVideo implements VideoGenerator {

    private static final Set<Integer> SECONDS = Set.of(5, 10);

    private final FalClient client;
    private final FalSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    FalVideo(FalClient client, FalSettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.settings = settings;
        this.photos = photos;
        this.results = results;
    }

    @Override
    public String provider() {
        return FalClient.PROVIDER;
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
    public Uni<Void> cancel(String backendJob) {
        return client.cancel(backendJob);
    }

    @Override
    public Capabilities canFilm() {
        return new Capabilities(1, new TreeSet<>(SECONDS), Set.of(), false);
    }

    @Override
    public Uni<Clip> generate(Request request, Call call) {
        Uni<Map<String, Object>> input = photos.dataUrl(request.images().get(0), "first image")
                .map(image -> Map.of(
                        "image_url", image,
                        "prompt", settings.videoPrompt(),
                        "duration", Integer.toString(request.seconds())));
        return client.run(settings.videoModel(), input, call, url -> results.clip(url, request.folder()));
    }
}
