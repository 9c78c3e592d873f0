package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.bench.jobs.statement.Execution;
import dev.vto.bench.jobs.statement.StatementLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** G: what S, L and R take beside ever more jobs of the past, and what their statements do. */
public final class GrowthMeasure implements Measure {

    private static final String UNIT = "ms";
    private static final double GOAL = 1 / 1.3;

    /** Pages and jobs that are read, all over the archive. */
    private static final int READ = 256;

    /** Requests a second while plans are looked at: as few as disturb nobody. */
    private static final double RATE = 30;

    /** Time to look, in times of a measurement. */
    private static final int LOOKS = 3;

    private static final double NANOS = 1e9;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        stage.clear();
        Map<UUID, String> specs = Backlog.of(stage, Backlog.Of.PICTURES).specs();
        List<Row> rows = new ArrayList<>();
        try {
            List<Figure> least = List.of();
            for (int size : stage.scale().sizes()) {
                rows.add(grow(stage, size, specs));
                List<Figure> figures = figures(stage);
                if (least.isEmpty()) {
                    least = figures;
                } else {
                    rows.addAll(beside(least, figures));
                }
            }
            return rows;
        } finally {
            stage.clearAll();
        }
    }

    /** Something that is measured at each size. */
    record Figure(String name, String unit, Result result, String note) {}

    static List<Row> beside(List<Figure> least, List<Figure> figures) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            rows.add(new Row(
                    "G " + figure.name() + ", " + figure.result().name(),
                    figure.unit(),
                    Row.Better.LOWER,
                    figure.result(),
                    least.get(i).result(),
                    GOAL,
                    figure.note()));
        }
        return rows;
    }

    /** With counters, VACUUM ANALYZE and a checkpoint. */
    private static Row grow(Stage stage, int size, Map<UUID, String> specs) throws Exception {
        stage.say(String.format(Locale.ROOT, "filling up to %,d jobs", size));
        long begun = System.nanoTime();
        long rows = stage.archive().growTo(size, specs);
        double seconds = (System.nanoTime() - begun) / NANOS;
        return new Row(
                "G filling, " + name(size),
                "rows/s",
                Row.Better.HIGHER,
                new Result(name(size), List.of(Sample.of(rows / seconds))),
                null,
                Double.NaN,
                String.format(Locale.ROOT, "%,d rows in %.0f s", rows, seconds));
    }

    private static String name(int size) {
        return String.format(Locale.ROOT, "%,d jobs", size);
    }

    private static List<Figure> figures(Stage stage) throws Exception {
        String at = name(stage.archive().size());
        List<Archive.Entry> read = stage.archive().spread(READ);
        List<Contender> contenders = List.of(
                new SubmitMeasure.Ours(stage),
                new ReadMeasure.Ours(stage, ReadMeasure.What.IMAGES, read),
                new ReadMeasure.Ours(stage, ReadMeasure.What.JOB, read),
                new PickUpMeasure.Ours(stage));
        List<String> names = List.of("submit", "50 images", "one job", "pick-up");
        List<Result> results = new Rounds(stage.scale().rounds(), stage::say).of(contenders, 1);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            figures.add(new Figure(names.get(i), UNIT, p50(at, results.get(i)), ""));
        }
        figures.addAll(StatementFigures.of(at, executions(stage, read)));
        return figures;
    }

    private static Result p50(String name, Result result) {
        return new Result(
                name,
                result.rounds().stream()
                        .map(round -> new Sample(round.p50(), round.p50(), round.p99()))
                        .toList());
    }

    private static List<Execution> executions(Stage stage, List<Archive.Entry> read) throws Exception {
        stage.say("looking at plans");
        Duration time = stage.scale().time().multipliedBy(LOOKS);
        List<Execution> executions = new ArrayList<>();
        try (StatementLog log = StatementLog.open(stage.database())) {
            Flow.ofAll(stage, read, RATE).run(stage, workers -> {
                log.taken();
                stage.stop().pause(time);
                executions.addAll(log.taken());
            });
        } finally {
            stage.clear();
        }
        return executions;
    }
}
