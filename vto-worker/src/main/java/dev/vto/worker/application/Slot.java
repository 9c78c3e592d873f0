package dev.vto.worker.application;

import dev.vto.worker.domain.ClaimedJob;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One run of one job. It ends once: by itself or interrupted, whichever comes first. */
final class Slot {

    private static final Cancellable NOT_STARTED = () -> {};
    private static final Cancellable STOPPED = () -> {};

    private final ClaimedJob job;
    private final AtomicReference<Cancellable> generation = new AtomicReference<>(NOT_STARTED);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile double progress;

    Slot(ClaimedJob job) {
        this.job = job;
    }

    ClaimedJob job() {
        return job;
    }

    double progress() {
        return progress;
    }

    void reach(double fraction) {
        progress = fraction;
    }

    /** The generation may be started only now, when it is already to be stopped. */
    void started(Cancellable running) {
        if (!generation.compareAndSet(NOT_STARTED, running)) {
            running.cancel();
        }
    }

    void stop() {
        generation.getAndSet(STOPPED).cancel();
    }

    /** Answers true to the one who ends the run, and false to whoever comes later. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
