package dev.vto.worker.application.port;

/** What every generation backend says of itself; the words end up in {@code provider} and {@code model} of each row. */
public interface Generator {

    String provider();

    String model();

    /** Whether a generative model makes the content, so that it must be labelled. */
    boolean aiGenerated();

    /** Told how far a piece of work is, from 0 to 1. May be called from any thread; never blocks. */
    @FunctionalInterface
    interface Progress {
        void at(double fraction);
    }
}
