package dev.vto.worker.application;

import dev.vto.shared.job.RetryPolicy;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fake.HeldRuns;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fake.UnsteadyJobQueue;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.NewJob;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** A worker with all that is around it, in memory and in the hands of a test. */
final class AWorker {

    final InMemoryJobQueue jobs = new InMemoryJobQueue();
    final UnsteadyJobQueue queue = new UnsteadyJobQueue(jobs);
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final HeldRuns runs = new HeldRuns();
    final List<Throwable> troubles = new CopyOnWriteArrayList<>();
    final Worker worker;

    private AWorker(int slots, Worker.Run run, Executor soon) {
        worker = new Worker(
                queue,
                run == null ? runs : run,
                new EndRun(queue, media, RetryPolicy.DEFAULT, () -> 0.5),
                slots,
                soon,
                troubles::add);
    }

    static AWorker withSlots(int slots) {
        return withSlots(slots, Runnable::run);
    }

    /** @param soon runs claims for slots that fell free */
    static AWorker withSlots(int slots, Executor soon) {
        return new AWorker(slots, null, soon);
    }

    static AWorker running(Worker.Run run) {
        return new AWorker(1, run, Runnable::run);
    }

    /** Submits jobs, in the order in which they are claimed. */
    List<NewJob> submit(int count) {
        List<NewJob> submitted = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(rank -> submitted.add(NewJob.anImageJob().withRank(rank)));
        submitted.forEach(jobs::submit);
        return submitted;
    }

    /** Submits a job and lets the worker start it. */
    ClaimedJob start() {
        submit(1);
        worker.nudge();
        List<ClaimedJob> running = runs.running();
        return running.get(running.size() - 1);
    }

    JobState state(ClaimedJob job) {
        return jobs.state(job.id());
    }

    JobState state(NewJob job) {
        return jobs.state(job.id());
    }
}
