package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.load.Latencies;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Seller;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A platform at work: requests at a steady pace, and one worker that runs the jobs.
 *
 * @param calls that are made in turn
 * @param rate requests a second
 */
record Flow(List<HttpCalls.Call> calls, double rate) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(120);

    /** Requests are ordered for so long at a time: what is watched ends when it likes, and they do soon after. */
    private static final Duration SPELL = Duration.ofSeconds(5);

    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(2);
    private static final long SEED = 42;
    private static final long WARM_UP_SEED = 7;

    /** Counts jobs that can run or do. */
    static final String OPEN =
            """
            SELECT count(*) FROM vto_job
            WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL OR status = 'RUNNING'
            """;

    /** What is done while requests arrive. */
    interface Watch {

        void run(Stage.Started workers) throws Exception;
    }

    /** Letters that sellers ask for. */
    static Flow ofLetters(Stage stage, double rate) throws InterruptedException {
        List<HttpCalls.Call> calls = new ArrayList<>();
        for (Seller seller : stage.sellers()) {
            calls.add(seller.submitLetter());
        }
        return new Flow(calls, rate);
    }

    /** As many pages and jobs that are read as letters that are asked for. */
    static Flow ofAll(Stage stage, List<Archive.Entry> read, double rate) throws InterruptedException {
        List<HttpCalls.Call> pages = ReadMeasure.What.IMAGES.calls(read);
        List<HttpCalls.Call> jobs = ReadMeasure.What.JOB.calls(read);
        List<HttpCalls.Call> letters = ofLetters(stage, rate).calls();
        List<HttpCalls.Call> calls = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            calls.addAll(List.of(letters.get(i % letters.size()), pages.get(i), jobs.get(i)));
        }
        return new Flow(calls, rate);
    }

    /**
     * Lets requests arrive until all is warm, and then until what is watched is over, and the jobs end.
     *
     * @throws BenchFailure if a request failed
     */
    void run(Stage stage, Watch watch) throws Exception {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        try (Stage.Started workers = stage.workers(1, Map.of());
                HttpLoad http = HttpLoad.ready(stage, Scale.CONNECTIONS, calls)) {
            workers.awaitReady();
            put(http.child(), stage.scale().warmUp(), WARM_UP_SEED);
            stage.database().awaitNone(OPEN, DRAIN_LIMIT);
            Future<?> load = beside.submit(() -> {
                for (long spell = 0; !over.get(); spell++) {
                    put(http.child(), SPELL, SEED + spell);
                }
                return null;
            });
            watch.run(workers);
            over.set(true);
            load.get();
            stage.database().awaitNone(OPEN, DRAIN_LIMIT);
        } catch (ExecutionException e) {
            throw new BenchFailure("the load ended: " + e.getCause());
        } finally {
            beside.shutdownNow();
        }
    }

    private void put(Child child, Duration time, long seed) throws InterruptedException {
        int count = (int) Math.max(1, rate * time.toMillis() / 1000);
        Latencies latencies = child.ask(
                LoadOrder.OPEN,
                new LoadOrder.Open(rate, count, seed, PATIENCE.toMillis()),
                Latencies.class,
                time.multipliedBy(2).plus(PATIENCE).plus(GRACE));
        if (latencies.failed() > 0) {
            throw new BenchFailure(
                    latencies.failed() + " of " + (latencies.failed() + latencies.count()) + " requests failed");
        }
    }
}
