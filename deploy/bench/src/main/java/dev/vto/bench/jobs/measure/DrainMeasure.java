package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * D: jobs that one process runs, a second, out of a long queue. The jobs are letters of the simulated backend: rows and
 * an event, and no files, so that it is the queue that is measured; pictures stand beside them for what files cost.
 */
public final class DrainMeasure implements Measure {

    private static final String UNIT = "jobs/s";
    private static final String WRITE_BACK = "D drain, write-back";
    private static final String BARE = "D drain, bare peer";
    private static final String BARE_NOTE = "ours writes back all the same";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ORDER_LIMIT = Duration.ofMinutes(5);
    private static final double GOAL = 2;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        Graphile graphile = Graphile.install(stage);
        List<Result> results = new Rounds(stage.scale().rounds(), stage::say)
                .of(
                        List.of(
                                new Ours(stage, Backlog.Of.LETTERS),
                                new OfPeer(stage, Peers.DB_SCHEDULER, true),
                                new OfPeer(stage, Peers.JOBRUNR, true),
                                new OfPeer(stage, graphile, true),
                                new OfPeer(stage, Peers.DB_SCHEDULER, false),
                                new OfPeer(stage, Peers.JOBRUNR, false),
                                new OfPeer(stage, graphile, false),
                                new Ours(stage, Backlog.Of.PICTURES)),
                        0);
        Result ours = results.get(0);
        return List.of(
                row(WRITE_BACK, ours, results.get(1), GOAL, ""),
                row(WRITE_BACK, ours, results.get(2), Double.NaN, ""),
                row(WRITE_BACK, ours, results.get(3), Double.NaN, graphile.note()),
                row(BARE, ours, results.get(4), Double.NaN, BARE_NOTE),
                row(BARE, ours, results.get(5), Double.NaN, BARE_NOTE),
                row(BARE, ours, results.get(6), Double.NaN, BARE_NOTE + ", " + graphile.note()),
                new Row(
                        "D drain, pictures",
                        UNIT,
                        Row.Better.HIGHER,
                        results.get(7),
                        null,
                        Double.NaN,
                        "two small JPEG files a job"));
    }

    private static Row row(String measure, Result ours, Result peer, double goal, String note) {
        return new Row(measure, UNIT, Row.Better.HIGHER, ours, peer, goal, note);
    }

    /** One worker. */
    private record Ours(Stage stage, Backlog.Of kind) implements Contender {

        /** Files take their time, and room on the disk: a tenth of the jobs tells as well. */
        private static final int FEWER = 10;

        @Override
        public String name() {
            return "VTO, " + (kind == Backlog.Of.LETTERS ? "letters" : "pictures");
        }

        @Override
        public Sample round() throws Exception {
            int part = kind == Backlog.Of.LETTERS ? 1 : FEWER;
            int first = stage.scale().drainedFirst() / part;
            try {
                int queued = Backlog.of(stage, kind).queue(stage.scale().drained() / part + first);
                try (Stage.Started worker = stage.workers(1, Map.of())) {
                    worker.awaitReady();
                    return Sample.of(Drained.rate(stage, queued, first));
                }
            } finally {
                stage.clear();
            }
        }
    }

    /** One process of a peer that runs jobs; another one has queued them. */
    private record OfPeer(Stage stage, JobSystem peer, boolean writeBack) implements Contender {

        @Override
        public String name() {
            return peer.label() + (writeBack ? "" : ", no write-back");
        }

        @Override
        public String absence() {
            return peer.absence();
        }

        @Override
        public Sample round() throws Exception {
            Scale scale = stage.scale();
            int all = scale.drained() + scale.drainedFirst();
            try {
                queue(all);
                try (JobSystem.Running worker = peer.start(stage, Scale.SLOTS, writeBack)) {
                    worker.work(POLL);
                    worker.awaitNone(Drained.limit(all));
                    double rate = worker.child()
                            .ask(PeerRole.RAN, new PeerRole.Ran(scale.drainedFirst(), all), Double.class, ORDER_LIMIT);
                    if (writeBack) {
                        Drained.requireAll(
                                name(), all, stage.database().count("SELECT count(*) FROM bench.outbox_event"));
                    }
                    return Sample.of(rate);
                }
            } finally {
                stage.clear();
            }
        }

        private void queue(int jobs) throws Exception {
            try (JobSystem.Running submitter = peer.start(stage, Scale.SUBMIT_POOL, false)) {
                submitter.prepare();
                submitter.child().ask(PeerRole.QUEUE, jobs, String.class, ORDER_LIMIT);
                submitter.vacuum();
            }
        }
    }
}
