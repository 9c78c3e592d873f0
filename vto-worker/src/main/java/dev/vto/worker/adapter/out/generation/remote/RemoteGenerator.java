package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/**
 * A generator whose backend works in jobs of its own: they are followed over the life of a worker, and paid for.
 *
 * @param <M> how the backend is told which of its models is to run
 */
public abstract class RemoteGenerator<M> implements Generator {

    private final RemoteJobs<M> jobs;
    private final String model;
    private final Following<M> following;

    /** @param model what results are labelled with */
    protected RemoteGenerator(RemoteJobs<M> jobs, String model, RemoteSettings settings) {
        this.jobs = jobs;
        this.model = model;
        this.following = new Following<>(jobs, settings);
    }

    @Override
    public final String provider() {
        return jobs.provider();
    }

    @Override
    public final String model() {
        return model;
    }

    @Override
    public final boolean aiGenerated() {
        return true;
    }

    @Override
    public final boolean isKept() {
        return true;
    }

    @Override
    public final Uni<Void> cancel(String backendJob) {
        return jobs.cancel(backendJob, null);
    }

    /**
     * Makes one thing, or follows the job of an earlier attempt at it.
     *
     * @param input what the model is given; asked for only where it is submitted
     * @param collect brings here what was made
     */
    protected final <T> Uni<T> make(
            M target, Uni<Map<String, Object>> input, Call call, Function<URI, Uni<T>> collect) {
        return following.follow(new Work<>(target, input, call), collect);
    }
}
