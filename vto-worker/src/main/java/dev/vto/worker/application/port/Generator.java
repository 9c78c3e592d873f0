package dev.vto.worker.application.port;

import io.smallrye.mutiny.Uni;

/** What every generation backend says of itself; the words end up in {@code provider} and {@code model} of each row. */
public interface Generator {

    String provider();

    String model();

    /** Whether a generative model makes the content, so that it must be labelled. */
    boolean aiGenerated();

    /**
     * Whether its calls are long or paid for: then its own jobs are followed and its results are taken again where the
     * run that asked for them was lost.
     */
    default boolean isKept() {
        return false;
    }

    /**
     * Asks the backend to stop one of its own jobs, which nobody waits for any more. That it has no such call, or that
     * the job has ended, is no error.
     */
    default Uni<Void> cancel(String backendJob) {
        return Uni.createFrom().voidItem();
    }

    /** Told how far a piece of work is, from 0 to 1. May be called from any thread; never blocks. */
    @FunctionalInterface
    interface Progress {
        void at(double fraction);
    }
}
