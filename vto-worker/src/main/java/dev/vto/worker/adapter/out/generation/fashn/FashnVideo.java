package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Image-to-video: 5 or 10 seconds from one picture, in its shape. */
final class FashnVideo implements VideoGenerator {

    private static final Set<Integer> SECONDS = Set.of(5, 10);

    private final FashnClient client;
    private final FashnSettings settings;
    private final PhotoFiles photos;
    private final ResultFiles results;

    FashnVideo(FashnClient client, FashnSettings settings, PhotoFiles photos, ResultFiles results) {
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
        Uni<Map<String, Object>> inputs = photos.dataUrl(request.images().get(0), "first image")
                .map(image -> Map.of(
                        "image", image,
                        "duration", request.seconds(),
                        "resolution", settings.videoResolution()));
        return client.predict(settings.videoModel(), inputs, call, url -> results.clip(url, request.folder()));
    }
}
