package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.report.UnderLoad;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Seller;
import dev.vto.bench.jobs.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** S: jobs that are submitted, a second, without workers and with the relay at work. */
public final class SubmitMeasure implements Measure {

    private static final String NAME = "S submit";
    private static final String UNIT = "jobs/s";
    private static final double GOAL_SQL = 0.6;
    private static final double GOAL_DB_SCHEDULER = 1;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        List<Result> results = new Rounds(stage.scale().rounds(), stage::say)
                .of(List.of(new Ours(stage), new Limit(stage), new DbScheduler(stage)), 1);
        return List.of(row(results, 1, GOAL_SQL), row(results, 2, GOAL_DB_SCHEDULER));
    }

    private static Row row(List<Result> results, int peer, double goal) {
        return new Row(NAME, UNIT, Row.Better.HIGHER, results.get(0), results.get(peer), goal, HttpLoad.note());
    }

    private static void requireCommitted(String who, UnderLoad load, long committed) {
        if (committed < load.done() || committed > load.done() + load.unanswered()) {
            throw new BenchFailure(who + " accepted " + load.done() + " jobs and may have accepted " + load.unanswered()
                    + " more, and " + committed + " are in the database");
        }
    }

    /** The catalog, over HTTP. */
    record Ours(Stage stage) implements Contender {

        @Override
        public String name() {
            return "VTO over HTTP";
        }

        @Override
        public Sample round() throws Exception {
            List<HttpCalls.Call> calls = new ArrayList<>();
            for (Seller seller : stage.sellers()) {
                calls.add(seller.submitPicture());
            }
            try (HttpLoad http = HttpLoad.ready(stage, Scale.CONNECTIONS, calls)) {
                UnderLoad load = http.put(name(), stage.warmUp(name()));
                requireCommitted(name(), load, stage.archive().beyond());
                return load.sample();
            } finally {
                stage.clear();
            }
        }
    }

    /** Its client, in the process that submits. */
    private record DbScheduler(Stage stage) implements Contender {

        @Override
        public String name() {
            return Peers.DB_SCHEDULER.label();
        }

        @Override
        public Sample round() throws Exception {
            try (JobSystem.Running peer = Peers.DB_SCHEDULER.start(stage, Scale.SUBMIT_POOL, false)) {
                peer.prepare();
                UnderLoad load = Load.put(
                        name(),
                        peer.child(),
                        Scale.SUBMIT_THREADS,
                        stage.scale().warmUp(),
                        stage.scale().time());
                requireCommitted(name(), load, peer.countOpen());
                return load.sample();
            } finally {
                stage.clear();
            }
        }
    }

    /** The same SQL without the catalog. */
    private record Limit(Stage stage) implements Contender {

        @Override
        public String name() {
            return SameSql.name();
        }

        @Override
        public Sample round() throws Exception {
            try {
                List<String> statements = statements();
                stage.clear();
                UnderLoad load = SameSql.round(stage, statements);
                requireCommitted(name(), load, stage.archive().beyond());
                return load.sample();
            } finally {
                stage.clear();
            }
        }

        /** With the specs that the catalog stores for the same requests. */
        private List<String> statements() throws Exception {
            Map<UUID, String> specs = Backlog.of(stage, Backlog.Of.PICTURES).specs();
            return stage.sellers().stream()
                    .map(seller -> SubmitSql.of(seller, String.valueOf(specs.get(seller.project()))))
                    .toList();
        }
    }
}
