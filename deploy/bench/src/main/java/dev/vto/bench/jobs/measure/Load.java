package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.ClosedLoop.Counted;
import dev.vto.bench.jobs.load.Latencies;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.report.UnderLoad;
import dev.vto.bench.jobs.stage.Scale;
import java.time.Duration;

/** The load that a process of ours puts on a contender in one round. */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(90);
    private static final long SEED = 42;

    private Load() {}

    /** @throws BenchFailure if anything failed: a server that refuses is not fast */
    static UnderLoad put(String who, Child child, int concurrency, Duration warmUp, Duration time)
            throws InterruptedException {
        Counted counted = child.ask(
                LoadOrder.CLOSED,
                new LoadOrder.Closed(concurrency, warmUp.toMillis(), time.toMillis()),
                Counted.class,
                warmUp.plus(time).plus(GRACE));
        requireNone(who, counted.failed());
        double rate = Math.max(1, counted.rate() * Scale.LOAD);
        Latencies latencies = child.ask(
                LoadOrder.OPEN,
                new LoadOrder.Open(rate, count(rate, time), SEED, PATIENCE.toMillis()),
                Latencies.class,
                time.plus(PATIENCE).plus(GRACE));
        requireNone(who, latencies.failed());
        return new UnderLoad(Sample.rate(counted.rate(), latencies), counted.all() + latencies.count(), 0);
    }

    /** @throws BenchFailure if anything failed */
    static void requireNone(String who, long failed) {
        if (failed > 0) {
            throw new BenchFailure(failed + " requests of " + who + " failed");
        }
    }

    private static int count(double rate, Duration time) {
        return (int) Math.max(1, Math.round(rate * time.toMillis() / 1000));
    }
}
