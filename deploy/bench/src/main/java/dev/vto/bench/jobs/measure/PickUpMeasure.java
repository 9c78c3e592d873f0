package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.load.Latencies;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Seller;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** L: how long an accepted job waits on an idle system until another process runs it. */
public final class PickUpMeasure implements Measure {

    private static final String NAME = "L pick-up";
    private static final String UNIT = "ms";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 42;
    private static final long WARM_UP_SEED = 7;

    /** Before those that count come so many times as many, faster: Java runs as it does after minutes, not seconds. */
    private static final int WARM_UP_JOBS = 10;

    private static final int WARM_UP_RATE = 20;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        Graphile graphile = Graphile.install(stage);
        List<Result> results = new Rounds(stage.scale().rounds(), stage::say)
                .of(
                        List.of(
                                new Ours(stage),
                                new OfPeer(stage, Peers.DB_SCHEDULER),
                                new OfPeer(stage, Peers.JOBRUNR),
                                new OfPeer(stage, graphile)),
                        0);
        return List.of(
                row(results, 1, "polls every 100 ms"),
                row(results, 2, "polls every 5 s, the least it allows"),
                row(results, 3, graphile.note()));
    }

    private static Row row(List<Result> results, int peer, String note) {
        return new Row(NAME, UNIT, Row.Better.LOWER, results.get(0), results.get(peer), Double.NaN, note);
    }

    /** The same jobs at the same moments for all, after some that warm up. */
    private static Sample measure(String who, Submitter submitter, Scale scale) throws Exception {
        pickUps(who, submitter, WARM_UP_JOBS * scale.pickUps(), WARM_UP_RATE * scale.pickUpRate(), WARM_UP_SEED);
        return Sample.latency(pickUps(who, submitter, scale.pickUps(), scale.pickUpRate(), SEED));
    }

    private static Latencies pickUps(String who, Submitter submitter, int jobs, double rate, long seed)
            throws Exception {
        Latencies latencies = submitter.pickUps(new LoadOrder.Open(rate, jobs, seed, PATIENCE.toMillis()));
        if (latencies.failed() > 0) {
            throw new BenchFailure(
                    latencies.failed() + " jobs of " + who + " were not picked up in " + PATIENCE.toSeconds() + " s");
        }
        return latencies;
    }

    /** Submits jobs when they are due, and tells how long they waited. */
    private interface Submitter {

        Latencies pickUps(LoadOrder.Open open) throws Exception;
    }

    /** From HTTP through outbox and Kafka to a worker. */
    record Ours(Stage stage) implements Contender {

        @Override
        public String name() {
            return "VTO over HTTP, outbox and Kafka";
        }

        @Override
        public Sample round() throws Exception {
            try (Stage.Started worker = stage.workers(1, Map.of())) {
                worker.awaitReady();
                List<HttpCalls.Call> calls = new ArrayList<>();
                for (Seller seller : stage.sellers()) {
                    calls.add(seller.submitLetter());
                }
                try (HttpLoad load = HttpLoad.ready(stage, 1, calls)) {
                    return measure(name(), open -> ask(load.child(), open), stage.scale());
                }
            } finally {
                stage.clear();
            }
        }

        private static Latencies ask(Child submitter, LoadOrder.Open open) throws InterruptedException {
            return submitter.ask(
                    LoadOrder.PICK_UPS,
                    open,
                    Latencies.class,
                    PATIENCE.multipliedBy(2).plusSeconds((long) (open.count() / open.rate())));
        }
    }

    /** From its client in one process to its server in another. */
    private record OfPeer(Stage stage, JobSystem peer) implements Contender {

        @Override
        public String name() {
            return peer.label();
        }

        @Override
        public String absence() {
            return peer.absence();
        }

        @Override
        public Sample round() throws Exception {
            try (JobSystem.Running submitter = peer.start(stage, Scale.SUBMIT_POOL, true)) {
                submitter.prepare();
                try (JobSystem.Running worker = peer.start(stage, Scale.SLOTS, true)) {
                    worker.work(POLL);
                    return measure(name(), submitter::pickUps, stage.scale());
                }
            } finally {
                stage.clear();
            }
        }
    }
}
