package dev.vto.worker.adapter.out.generation.remote;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/**
 * What each request to a backend says of its sender, as {@link BeanParam} of its API; the client wants getters by that
 * name. It has no text of its own.
 */
public final class CallHeaders {

    private final @Nullable String authorization;
    private final @Nullable String traceparent;

    /**
     * @param authorization null where the backend asks for none
     * @param traceparent W3C trace context, or null
     */
    public CallHeaders(@Nullable String authorization, @Nullable String traceparent) {
        this.authorization = authorization;
        this.traceparent = traceparent;
    }

    @HeaderParam("Authorization")
    public @Nullable String getAuthorization() {
        return authorization;
    }

    @HeaderParam("traceparent")
    public @Nullable String getTraceparent() {
        return traceparent;
    }
}
