package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.process.Memory;
import dev.vto.bench.jobs.process.Readiness;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.infra.FreePort;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** B: how long a service takes to be ready, and how much memory it has, idle and under load. */
public final class StartMeasure implements Measure {

    private static final double GOAL = 1 / 2.0;
    private static final double MIB = 1 << 20;
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** What a JVM makes of the container that the chart gives a catalog, for all: 1 GiB, half of it heap. */
    private static final Map<String, String> JVM = Map.of("JDK_JAVA_OPTIONS", "-Xms16m -Xmx512m -XX:+UseSerialGC");

    private static final int WARM_UP_ROUNDS = 1;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        stage.clear();
        stage.archive()
                .growToAProjectEach(Backlog.of(stage, Backlog.Of.PICTURES).specs());
        stage.clear();
        try {
            List<Life> lives = List.of(new CatalogLife(stage), new WorkerLife(stage), new BareLife(stage));
            new Rounds(stage.scale().rounds(), stage::say).of(List.copyOf(lives), WARM_UP_ROUNDS);
            List<Row> rows = new ArrayList<>();
            for (Life life : lives.subList(0, 2)) {
                rows.add(row("start to ready", "ms", life, lives.get(2), Footprint::start));
                rows.add(row("memory, idle", "MiB", life, lives.get(2), Footprint::idle));
                rows.add(row("memory, under load", "MiB", life, lives.get(2), Footprint::loaded));
            }
            return rows;
        } finally {
            stage.clearAll();
        }
    }

    private static Row row(String what, String unit, Life ours, Life bare, ToDoubleFunction<Footprint> figure) {
        return new Row(
                "B " + ours.name() + ", " + what,
                unit,
                Row.Better.LOWER,
                ours.result(figure),
                bare.result(figure),
                GOAL,
                "");
    }

    /**
     * What one process took.
     *
     * @param start milliseconds
     * @param idle MiB that are resident some seconds after it was ready
     * @param loaded MiB at the end of its load
     */
    private record Footprint(double start, double idle, double loaded) {}

    /** A process from its start to its end. */
    private abstract static class Life implements Contender {

        final Stage stage;
        private final String name;
        private final List<Footprint> footprints = new ArrayList<>();

        Life(Stage stage, String name) {
            this.stage = stage;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Sample round() throws Exception {
            int port = FreePort.take();
            prepare();
            long begun = System.nanoTime();
            try (Stage.Started started = start(port)) {
                var process = started.processes().get(0);
                double ready = Readiness.await(process, begun, stage.stop());
                stage.stop().pause(IDLE);
                double idle = Memory.resident(process.pid()) / MIB;
                load(port);
                footprints.add(new Footprint(ready, idle, Memory.resident(process.pid()) / MIB));
                return Sample.of(ready);
            } finally {
                stage.clear();
            }
        }

        Result result(ToDoubleFunction<Footprint> figure) {
            return new Result(
                    name,
                    footprints.stream()
                            .skip(WARM_UP_ROUNDS)
                            .map(footprint -> Sample.of(figure.applyAsDouble(footprint)))
                            .toList());
        }

        /** What is to be there before it starts. */
        void prepare() throws Exception {}

        /** @param port for HTTP, where it has any */
        abstract Stage.Started start(int port);

        abstract void load(int port) throws Exception;

        void request(int port, List<HttpCalls.Call> calls) throws Exception {
            URI base = URI.create("http://127.0.0.1:" + port);
            try (HttpLoad load = HttpLoad.ready(stage, base, Scale.CONNECTIONS, calls)) {
                load.put(name, stage.scale().warmUp());
            }
        }
    }

    /** A second catalog, on a schema that is there already. */
    private static final class CatalogLife extends Life {

        CatalogLife(Stage stage) {
            super(stage, "catalog");
        }

        @Override
        Stage.Started start(int port) {
            return stage.catalog(port, JVM);
        }

        @Override
        void load(int port) throws Exception {
            List<Archive.Entry> read = stage.archive().spread(stage.sellers().size());
            request(port, Flow.ofAll(stage, read, 1).calls());
        }
    }

    /** A worker, which drains a queue. */
    private static final class WorkerLife extends Life {

        private @Nullable Backlog backlog;

        WorkerLife(Stage stage) {
            super(stage, "worker");
        }

        @Override
        void prepare() throws Exception {
            backlog = Backlog.of(stage, Backlog.Of.LETTERS);
        }

        @Override
        Stage.Started start(int port) {
            return stage.workers(1, JVM);
        }

        @Override
        void load(int port) throws Exception {
            int queued = Objects.requireNonNull(backlog).queue(stage.scale().drained());
            stage.database().awaitNone(Flow.OPEN, Drained.limit(queued));
        }
    }

    /** The peer. */
    private static final class BareLife extends Life {

        BareLife(Stage stage) {
            super(stage, "bare Quarkus");
        }

        @Override
        Stage.Started start(int port) {
            return stage.bare(port, JVM);
        }

        @Override
        void load(int port) throws Exception {
            request(port, List.of(new HttpCalls.Call("GET", "/greeting", "none", "", 200)));
        }
    }
}
