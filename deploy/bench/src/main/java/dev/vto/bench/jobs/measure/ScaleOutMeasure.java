package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * W: how the rate grows with worker processes, of jobs that take their time as those of a backend do. Every process is new in
 * each round, so each has many jobs to run before it counts: else eight compilers are measured, which share the processors.
 */
public final class ScaleOutMeasure implements Measure {

    private static final String UNIT = "jobs/s";
    private static final double GOAL = 0.9;
    private static final Duration LATENCY = Duration.ofMillis(50);

    /** The pool is as it ships: a hundred workers share one PostgreSQL. */
    private static final Map<String, String> SETTINGS =
            Map.of("VTO_SIMULATED_LATENCY", LATENCY.toString(), "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "4");

    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8);

    @Override
    public List<Row> run(Stage stage) throws Exception {
        List<Contender> contenders = WORKERS.stream()
                .<Contender>map(workers -> new Ours(stage, workers))
                .toList();
        List<Result> results = new Rounds(stage.scale().rounds(), stage::say).of(contenders, 0);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < WORKERS.size(); i++) {
            rows.add(new Row(
                    "W " + WORKERS.get(i) + " workers",
                    UNIT,
                    Row.Better.HIGHER,
                    results.get(i),
                    linear(results.get(0), WORKERS.get(i)),
                    GOAL,
                    "%.0f jobs/s if jobs took their 50 ms alone".formatted(ideal(WORKERS.get(i)))));
        }
        return rows;
    }

    /** What one does, so many times. */
    private static Result linear(Result one, int times) {
        return new Result(
                times + " x one",
                one.rounds().stream()
                        .map(round -> Sample.of(round.value() * times))
                        .toList());
    }

    private static double ideal(int workers) {
        return workers * Scale.SLOTS * 1000.0 / LATENCY.toMillis();
    }

    /** So many that workers are at it for a time. */
    private static int jobs(int workers, Duration time) {
        return Math.max(1, (int) (ideal(workers) * time.toMillis() / 1000));
    }

    private record Ours(Stage stage, int workers) implements Contender {

        @Override
        public String name() {
            return workers + (workers == 1 ? " worker" : " workers");
        }

        @Override
        public Sample round() throws Exception {
            Scale scale = stage.scale();
            try {
                Backlog backlog = Backlog.of(stage, Backlog.Of.LETTERS);
                int first = jobs(workers, scale.settling());
                int measured = jobs(workers, scale.time());
                try (Stage.Started all = stage.workers(workers, SETTINGS)) {
                    all.awaitReady();
                    return Sample.of(Drained.rate(stage, backlog.queue(first + measured), first));
                }
            } finally {
                stage.clear();
            }
        }
    }
}
