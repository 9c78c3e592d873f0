package dev.vto.catalog.application.stream;

import dev.vto.catalog.domain.job.JobEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** A reader that takes what it is sent, or lets it wait. */
final class FakeReader implements StreamReader {

    private final List<Opening> openings = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private Predicate<List<Long>> full = sent -> false;
    private Runnable drained = () -> {};
    private boolean running;
    private int beats;

    /** Takes no more after so many events, until it is drained. */
    void fullAfter(int events) {
        full = sent -> sent.size() >= events;
    }

    void drain() {
        full = sent -> false;
        Runnable waiting = drained;
        drained = () -> {};
        run(waiting);
    }

    List<Long> taken() {
        return taken;
    }

    List<Opening> openings() {
        return openings;
    }

    List<Ending> endings() {
        return endings;
    }

    int beats() {
        return beats;
    }

    /** One task after the other, though one may ask for the next. */
    @Override
    public void run(Runnable task) {
        turns.add(task);
        if (!running) {
            running = true;
            while (!turns.isEmpty()) {
                turns.remove().run();
            }
            running = false;
        }
    }

    @Override
    public boolean full() {
        return full.test(taken);
    }

    @Override
    public void whenDrained(Runnable task) {
        drained = task;
    }

    @Override
    public void begin(Opening opening) {
        openings.add(opening);
    }

    @Override
    public void send(JobEvent event) {
        taken.add(event.position());
    }

    @Override
    public void beat() {
        beats++;
    }

    @Override
    public void end(Ending ending) {
        endings.add(ending);
    }
}
