package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Video by a model that sets one picture in motion, in its shape. What is left to an adapter is what its model is given.
 *
 * @param <M> how the backend is told which of its models is to run
 */
public abstract class RemoteVideo<M> extends RemoteGenerator<M> implements VideoGenerator {

    /** What the picture is to its owner, where it cannot be read. */
    protected static final String FIRST_IMAGE = "first image";

    /** The lengths that all of them make. */
    private static final Set<Integer> SECONDS = Set.of(5, 10);

    private final M target;
    private final ResultFiles results;

    /** @param model what results are labelled with */
    protected RemoteVideo(RemoteJobs<M> jobs, M target, String model, RemoteSettings settings, ResultFiles results) {
        super(jobs, model, settings);
        this.target = target;
        this.results = results;
    }

    @Override
    public final Capabilities canFilm() {
        return new Capabilities(1, new TreeSet<>(SECONDS), Set.of(), false);
    }

    @Override
    public final Uni<Clip> generate(Request request, Call call) {
        return make(
                target,
                input(request.images().get(0), request.seconds()),
                call,
                url -> results.clip(url, request.folder()));
    }

    /**
     * What the model is given.
     *
     * @param seconds 5 or 10
     */
    protected abstract Uni<Map<String, Object>> input(Path image, int seconds);
}
