package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.process.Memory;
import dev.vto.bench.jobs.report.Line;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** B: whether what is alive on the heap grows while a platform is at work for long. */
public final class HeapMeasure implements Measure {

    private static final String UNIT = "KiB/min";
    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;
    private static final double MINUTE = 60e9;

    /** Requests a second, a third of them jobs. */
    private static final double RATE = 60;

    private static final int LOOKS = 40;

    /** Part of the looks that is left out: caches fill, and code is compiled. */
    private static final int WARM_UP_PART = 4;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        stage.clear();
        stage.archive()
                .growToAProjectEach(Backlog.of(stage, Backlog.Of.PICTURES).specs());
        stage.clear();
        Map<String, List<Line.Point>> looks = new LinkedHashMap<>();
        try {
            List<Archive.Entry> read = stage.archive().spread(stage.sellers().size());
            stage.say("looking at the heap for " + stage.scale().soak().toSeconds() + " s");
            Flow.ofAll(stage, read, RATE)
                    .run(
                            stage,
                            workers -> look(
                                    stage,
                                    Map.of(
                                            "catalog",
                                            stage.catalogPid(),
                                            "worker",
                                            workers.processes().get(0).pid()),
                                    looks));
        } finally {
            stage.clearAll();
        }
        return looks.entrySet().stream()
                .map(service -> row(service.getKey(), service.getValue()))
                .toList();
    }

    private static void look(Stage stage, Map<String, Long> pids, Map<String, List<Line.Point>> looks)
            throws Exception {
        Duration soak = stage.scale().soak();
        long begun = System.nanoTime();
        for (int i = 1; i <= LOOKS && System.nanoTime() - begun < soak.toNanos(); i++) {
            long due = begun + soak.dividedBy(LOOKS).multipliedBy(i).toNanos();
            stage.stop().pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            for (Map.Entry<String, Long> service : pids.entrySet()) {
                double live = Memory.live(service.getValue(), stage.folder(), stage.stop());
                looks.computeIfAbsent(service.getKey(), name -> new ArrayList<>())
                        .add(new Line.Point((System.nanoTime() - begun) / MINUTE, live / KIB));
            }
        }
    }

    static Row row(String service, List<Line.Point> looks) {
        List<Line.Point> counted = looks.subList(looks.size() / WARM_UP_PART, looks.size());
        Line line = Line.through(counted);
        return new Row(
                "B " + service + ", live heap",
                UNIT,
                Row.Better.LOWER,
                new Result(service, List.of(Sample.of(line.slope()))),
                null,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "%s: slope ± %.0f %s (95%%), %.1f to %.1f MiB in %.1f min, %d looks",
                        line.rises() ? "rises" : "does not rise",
                        line.margin(),
                        UNIT,
                        counted.get(0).y() * KIB / MIB,
                        counted.get(counted.size() - 1).y() * KIB / MIB,
                        counted.get(counted.size() - 1).x() - counted.get(0).x(),
                        counted.size()));
    }
}
