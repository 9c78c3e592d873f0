package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A backend that works in jobs of its own: how they are submitted, and how their results are read.
 *
 * @param <M> how it is told which of its models is to run
 */
public interface RemoteJobs<M> {

    /** As {@code VTO_GENERATOR} has it. */
    String provider();

    /** Submits a job and answers its name, by which any later process finds it. */
    Uni<String> submit(Work<M> work);

    /**
     * Takes up what an earlier attempt has kept, and answers the name to look at. Only where we name jobs before they
     * are submitted can that be a job of which the backend has never heard, which is then submitted.
     */
    default Uni<String> resume(String kept, Work<M> work) {
        return Uni.createFrom().item(kept);
    }

    /** Where a job is. Fails with RESULT_EXPIRED where the backend does not know it any more. */
    Uni<Look> look(String job, Work<M> work);

    /** Asks the backend to stop a job, where it has such a call; that the job is over or unknown is no error. */
    default Uni<Void> cancel(String job, @Nullable String traceparent) {
        return Uni.createFrom().voidItem();
    }

    /** Where a job is. */
    sealed interface Look {

        /** It waits for its turn. */
        record Waiting() implements Look {}

        /** @param fraction how much of it is done, 0 to 1; 0 where the backend does not say */
        record Running(double fraction) implements Look {}

        /** @param file where what it has made can be had */
        record Done(URI file) implements Look {}

        /** It came to nothing, and never will come to more. */
        record Failed(GenerationFailed failure) implements Look {}

        default boolean isOver() {
            return this instanceof Done || this instanceof Failed;
        }
    }
}
