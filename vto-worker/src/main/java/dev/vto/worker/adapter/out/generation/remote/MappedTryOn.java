package dev.vto.worker.adapter.out.generation.remote;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Try-on by a model whose inputs settings describe: one garment on one photo of a person, sent as {@code data:} URLs. */
public final class MappedTryOn<M> extends RemoteTryOn<M> {

    private final MappedInputs inputs;
    private final PhotoFiles photos;

    /** @param model what results are labelled with */
    public MappedTryOn(
            RemoteJobs<M> jobs,
            M target,
            String model,
            MappedInputs inputs,
            RemoteSettings settings,
            PhotoFiles photos,
            ResultFiles results) {
        super(jobs, target, model, inputs.seeds(), settings, results);
        this.inputs = inputs;
        this.photos = photos;
    }

    @Override
    protected Uni<Map<String, Object>> input(Request request) {
        return Fitting.of(request, photos).map(fitting -> inputs.of(fitting, request.seed()));
    }
}
