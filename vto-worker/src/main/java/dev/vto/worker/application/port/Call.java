package dev.vto.worker.application.port;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a backend, on the side of who makes it; by default one of which nothing is kept. What a backend runs for a
 * call as a job of its own outlives us: a call that is made again for the same purpose finds that job and follows it, and
 * does not submit another.
 */
@FunctionalInterface
public interface Call extends Generator.Progress {

    /** The backend's job that an earlier attempt at this call has submitted, in the words of the backend's adapter. */
    default Optional<String> backendJob() {
        return Optional.empty();
    }

    /**
     * Keeps the backend's job; to be awaited before it is first looked at. An adapter that chooses the name of the job
     * itself keeps it before it submits.
     */
    default Uni<Void> submitted(String backendJob) {
        return Uni.createFrom().voidItem();
    }

    /** Forgets the backend's job: it has ended without a result, so that another attempt must submit anew. */
    default Uni<Void> forget() {
        return Uni.createFrom().voidItem();
    }

    /** W3C trace context of the call, or of the request that made the job; to be sent along, or null. */
    default @Nullable String traceparent() {
        return null;
    }
}
