package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.application.port.Call;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is to do for one call.
 *
 * @param <M> how the backend is told which of its models is to do it
 * @param input what the model is given; asked for only where it is submitted
 */
public record Work<M>(M model, Uni<Map<String, Object>> input, Call call) {

    /** W3C trace context that is sent along, or null. */
    public @Nullable String traceparent() {
        return call.traceparent();
    }
}
