package dev.vto.fakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A job of a fake: it moves up in the queue, runs, and is done, one step after the other, by the clock. */
public final class Job {

    /** Where a job is. */
    public enum Stage {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELED
    }

    /**
     * What can be seen of a job at one moment.
     *
     * @param position in the queue, from 0
     * @param fraction how much of the work is done, 0 to 1
     * @param logs lines so far
     */
    public record State(Stage stage, int position, double fraction, List<String> logs) {}

    private static final int QUEUE = 2;
    private static final int WORK = 3;

    private final String id;
    private final Made made;
    private final Duration pace;
    private final LongSupplier clock;
    private final long begun;
    private @Nullable Fault fault;
    private boolean canceled;
    private int looks;

    /** @param clock tells nanoseconds */
    Job(String id, Made made, @Nullable Fault fault, Duration pace, LongSupplier clock) {
        this.id = id;
        this.made = made;
        this.fault = fault;
        this.pace = pace;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    public String id() {
        return id;
    }

    /** What it has made; empty where that is gone. */
    public synchronized Optional<Made> made() {
        return fault == Fault.EXPIRED ? Optional.empty() : Optional.of(made);
    }

    /** Under which path below the fake's URL its result is. */
    public String file() {
        return "files/" + id + "/0." + made.extension();
    }

    /** What befalls it; empty where it goes well. */
    public synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Where it is. */
    public synchronized State state() {
        return state(step());
    }

    /** What is answered to who asks now. */
    public synchronized State look() {
        int step = step();
        looks++;
        // Every second answer is one that was given earlier; what is over stays so only at the third.
        boolean late = fault == Fault.OUT_OF_ORDER && looks % 3 != 0;
        return state(late ? Math.max(0, step - 1 - looks % 2) : step);
    }

    private int step() {
        return (int) Math.min((clock.getAsLong() - begun) / pace.toNanos(), QUEUE + WORK);
    }

    private State state(int step) {
        if (canceled) {
            return new State(Stage.CANCELED, 0, 0, List.of());
        }
        if (step < QUEUE) {
            return new State(Stage.QUEUED, QUEUE - 1 - step, 0, List.of());
        }
        int worked = fault == Fault.ENDLESS ? 0 : step - QUEUE;
        List<String> logs = new ArrayList<>();
        for (int line = 0; line <= worked && line < WORK; line++) {
            logs.add("step " + (line + 1) + " of " + WORK);
        }
        if (worked < WORK) {
            return new State(Stage.RUNNING, 0, (double) worked / WORK, logs);
        }
        boolean fails = fault == Fault.MODERATED || fault == Fault.UNUSABLE || fault == Fault.BROKEN;
        return new State(fails ? Stage.FAILED : Stage.DONE, 0, 1, logs);
    }

    /** Whether it waits or runs. */
    public boolean isOpen() {
        Stage now = state().stage();
        return now == Stage.QUEUED || now == Stage.RUNNING;
    }

    synchronized boolean cancel() {
        canceled |= isOpen();
        return canceled;
    }

    /** Lets a job that never ends go on. */
    synchronized void release() {
        if (fault == Fault.ENDLESS) {
            fault = null;
        }
    }
}
