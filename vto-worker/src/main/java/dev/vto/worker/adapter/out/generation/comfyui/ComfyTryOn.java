package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.worker.adapter.out.generation.remote.Fitting;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.RemoteGenerator;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Try-on by a workflow of one's own: one garment on one photo of a person. */
final class ComfyTryOn extends RemoteGenerator<HeardWorkflow> implements TryOnGenerator {

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
        super(client, settings.tryonModel(), settings);
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
    public Capabilities canDress() {
        return Fitting.capabilities(workflow.has(SEED));
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        return Uni.createFrom().deferred(() -> {
            HeardWorkflow heard = client.heard(workflow, call.traceparent());
            return make(heard, slots(request, call), call, url -> results.picture(url, request.folder()))
                    .onTermination()
                    .invoke(heard.ear()::close);
        });
    }

    private Uni<Map<String, Object>> slots(Request request, Call call) {
        return Fitting.inBytes(request, photos).flatMap(fitting -> slots(fitting, request.seed(), call.traceparent()));
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
