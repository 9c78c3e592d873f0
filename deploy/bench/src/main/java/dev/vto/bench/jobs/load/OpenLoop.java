package dev.vto.bench.jobs.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Begins work when it is due, whether earlier work is done or not, and measures from when it was due: a server that
 * stands still is seen by all who come meanwhile (no coordinated omission; Gil Tene's wrk2 does the same).
 */
public final class OpenLoop {

    private OpenLoop() {}

    /**
     * @param patience after the last is due; what is not done by then has failed
     * @throws InterruptedException if the thread is interrupted
     */
    public static Latencies run(Operation operation, Schedule schedule, Duration patience) throws InterruptedException {
        Histogram histogram = Latencies.histogram();
        AtomicLong failed = new AtomicLong();
        CountDownLatch open = new CountDownLatch(schedule.count());
        Pace pace = new Pace();
        schedule.stream().forEach(offset -> {
            long due = pace.await(offset);
            operation.begin().whenComplete((done, failure) -> {
                if (failure == null) {
                    Latencies.record(histogram, System.nanoTime() - due);
                } else {
                    failed.incrementAndGet();
                }
                open.countDown();
            });
        });
        open.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return Latencies.of(histogram, failed.get() + open.getCount());
    }
}
