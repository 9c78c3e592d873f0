package dev.vto.fakes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The jobs of a fake, which go on by themselves. */
public final class Jobs {

    private final Faults faults;
    private final Duration pace;
    private final Map<String, Job> byId = new ConcurrentHashMap<>();
    private final AtomicInteger submits = new AtomicInteger();
    private final AtomicInteger cancels = new AtomicInteger();

    Jobs(Faults faults, Duration pace) {
        this.faults = faults;
        this.pace = pace;
    }

    /** Takes a job on under an id that is not in use. */
    public Job submit(String id, Made made) {
        submits.incrementAndGet();
        Job job = new Job(id, made, faults.takeForJob().orElse(null), pace, System::nanoTime);
        byId.put(id, job);
        return job;
    }

    public Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many are not over. */
    public long open() {
        return byId.values().stream().filter(Job::isOpen).count();
    }

    /** Stops a job whose asker has gone. */
    public void drop(Job job) {
        job.cancel();
    }

    /** Takes a job back that has not begun, as it was asked to. */
    public void remove(Job job) {
        cancels.incrementAndGet();
        byId.remove(job.id());
    }

    /** Stops a job as it was asked to; answers false where it was over already. */
    public boolean cancel(Job job) {
        cancels.incrementAndGet();
        return job.cancel();
    }

    void release() {
        byId.values().forEach(Job::release);
    }

    void forget() {
        byId.clear();
    }

    int submits() {
        return submits.get();
    }

    int cancels() {
        return cancels.get();
    }
}
