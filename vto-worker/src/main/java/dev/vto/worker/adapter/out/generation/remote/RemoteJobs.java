package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;

/**
 * The jobs by which a backend does what one call asks for.
 *
 * @param <R> what it answers of a job that is done, as URLs
 */
public interface RemoteJobs<R> {

    /** Submits the job and answers its name, by which any later process finds it. */
    Uni<String> submit();

    /**
     * Takes up what an earlier attempt has kept, and answers the name to look at. Only where we name jobs before they
     * are submitted can that be a job of which the backend has never heard, which is then submitted.
     */
    default Uni<String> resume(String kept) {
        return Uni.createFrom().item(kept);
    }

    /** Where a job is. Fails with RESULT_EXPIRED where the backend does not know it any more. */
    Uni<Look<R>> look(String job);

    /** Asks the backend to stop the job, where it can. */
    Uni<Void> cancel(String job);

    /** Where a job is. */
    sealed interface Look<R> {

        /** It waits for its turn. */
        record Waiting<R>() implements Look<R> {}

        /** @param fraction how much of it is done, 0 to 1; 0 where the backend does not say */
        record Running<R>(double fraction) implements Look<R> {}

        record Done<R>(R result) implements Look<R> {}

        /** It came to nothing, and never will come to more. */
        record Failed<R>(GenerationFailed failure) implements Look<R> {}

        default boolean isOver() {
            return this instanceof Done || this instanceof Failed;
        }
    }
}
