package dev.vto.bench.jobs.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Keeps so much work going at once and no more, to see how much is done: for rates, never for latencies. */
public final class ClosedLoop {

    private static final long PATIENCE_SECONDS = 60;

    private final Operation operation;
    private final CountDownLatch running;
    private final LongAdder all = new LongAdder();
    private final LongAdder measured = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final long from;
    private final long end;

    private ClosedLoop(Operation operation, int concurrency, Duration warmUp, Duration time) {
        this.operation = operation;
        running = new CountDownLatch(concurrency);
        from = System.nanoTime() + warmUp.toNanos();
        end = from + time.toNanos();
    }

    /**
     * What was done.
     *
     * @param all that succeeded, warm-up included
     * @param rate of what succeeded after the warm-up, a second
     * @param unanswered how much more may have been done at most, for which nobody waited
     */
    public record Counted(long all, double rate, long failed, long unanswered) {}

    /** @throws InterruptedException if the thread is interrupted */
    public static Counted run(Operation operation, int concurrency, Duration warmUp, Duration time)
            throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(operation, concurrency, warmUp, time);
        for (int i = 0; i < concurrency; i++) {
            loop.next();
        }
        if (!loop.running.await(warmUp.plus(time).toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(loop.running.getCount() + " pieces of work did not end in "
                    + PATIENCE_SECONDS + " s after the time was over");
        }
        return new Counted(loop.all.sum(), loop.measured.sum() / (time.toNanos() / 1e9), loop.failed.sum(), 0);
    }

    private void next() {
        operation.begin().whenComplete((done, failure) -> {
            long now = System.nanoTime();
            count(failure == null, now);
            if (now < end) {
                next();
            } else {
                running.countDown();
            }
        });
    }

    private void count(boolean success, long now) {
        if (!success) {
            failed.increment();
            return;
        }
        all.increment();
        if (now >= from && now < end) {
            measured.increment();
        }
    }
}
