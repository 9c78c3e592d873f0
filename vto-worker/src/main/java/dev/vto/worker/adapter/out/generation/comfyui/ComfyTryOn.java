package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Try-on by a workflow of one's own: one garment on one photo of a person. */
final class ComfyTryOn implements TryOnGenerator {

    private static final String SEED = "seed";
    private static final Workflow.Slots SLOTS =
            new Workflow.Slots(Set.of("person", "garment"), Set.of("category", "description", SEED));

    /** Seeds that every sampler takes: 32 bits without a sign. */
    private static final long SEEDS = 1L << 32;

    private final ComfyClient client;
    private final ComfySettings settings;
    private final Workflow workflow;
    private final PhotoFiles photos;
    private final ResultFiles results;

    /** @throws IllegalArgumentException that says what is wrong with the workflow */
    ComfyTryOn(ComfyClient client, ComfySettings settings, PhotoFiles photos, ResultFiles results) {
        this.client = client;
        this.settings = settings;
        this.workflow = workflow(settings.tryonWorkflow());
        this.photos = photos;
        this.results = client.authorization().map(results::authorizedBy).orElse(results);
    }

    static Workflow workflow(Optional<Path> file) {
        return Workflow.of(ComfySettings.PREFIX + ".tryon-workflow", file, "try-on.json", SLOTS);
    }

    @Override
    public String provider() {
        return ComfyClient.PROVIDER;
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
    public Uni<Void> cancel(String backendJob) {
        return client.cancel(backendJob, null);
    }

    @Override
    public Capabilities canDress() {
        return new Capabilities(Set.of(), EnumSet.allOf(View.class), workflow.has(SEED), false);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        Uni<Map<String, Object>> slots =
                Fitting.inBytes(request, photos).flatMap(fitting -> slots(fitting, request.seed(), call.traceparent()));
        return client.run(workflow, slots, call, url -> results.picture(url, request.folder()));
    }

    private Uni<Map<String, Object>> slots(Fitting<byte[]> fitting, long seed, @Nullable String traceparent) {
        return client.upload(fitting.person(), traceparent).flatMap(person -> client.upload(fitting.worn(), traceparent)
                .map(garment -> Map.of(
                        "person",
                        person,
                        "garment",
                        garment,
                        "category",
                        fitting.category(settings.tryonCategory()),
                        "description",
                        fitting.description(),
                        SEED,
                        Math.floorMod(seed, SEEDS))));
    }
}
