package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * Try-on by a model that puts one garment on one photo of a person. What is left to an adapter is what its model calls
 * them.
 *
 * @param <M> how the backend is told which of its models is to run
 */
public abstract class RemoteTryOn<M> extends RemoteGenerator<M> implements TryOnGenerator {

    private final M target;
    private final boolean seeds;
    private final ResultFiles results;

    /**
     * @param model what results are labelled with
     * @param seeds whether the same seed makes the same picture
     */
    protected RemoteTryOn(
            RemoteJobs<M> jobs, M target, String model, boolean seeds, RemoteSettings settings, ResultFiles results) {
        super(jobs, model, settings);
        this.target = target;
        this.seeds = seeds;
        this.results = results;
    }

    @Override
    public final Capabilities canDress() {
        return Fitting.capabilities(seeds);
    }

    @Override
    public final Uni<Picture> generate(Request request, Call call) {
        return make(target, input(request), call, url -> results.picture(url, request.folder()));
    }

    /** What the model is given. */
    protected abstract Uni<Map<String, Object>> input(Request request);
}
