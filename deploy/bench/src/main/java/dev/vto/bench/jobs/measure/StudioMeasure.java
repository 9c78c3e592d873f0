package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.bench.studio.StudioRole;
import dev.vto.local.demo.CatalogClient;
import dev.vto.shared.job.PhotoSlot;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** I: what the studio takes of one processor, with the sample photos of one product. */
public final class StudioMeasure implements Measure {

    private static final String UNIT = "ms";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int WARM_UP_ROUNDS = 1;

    /** As many as the studio is given by a worker with one slot. */
    private static final List<String> OPTIONS =
            List.of("-XX:ActiveProcessorCount=1", "-Dslf4j.internal.verbosity=ERROR");

    @Override
    public List<Row> run(Stage stage) throws Exception {
        Path photos = Files.createDirectories(stage.folder().resolve("studio-photos"));
        copySamples(photos);
        Path out = Files.createDirectories(stage.folder().resolve("studio-out"));
        try (Child studio = stage.child(StudioRole.class, OPTIONS, worker(stage))) {
            studio.ask(StudioRole.BEGIN, new StudioRole.Begin(photos.toString(), out.toString()), String.class, LIMIT);
            List<Contender> contenders = Arrays.stream(What.values())
                    .<Contender>map(what -> new Ours(studio, what))
                    .toList();
            List<Result> results = new Rounds(stage.scale().rounds(), stage::say).of(contenders, WARM_UP_ROUNDS);
            List<Row> rows = new ArrayList<>();
            for (What what : What.values()) {
                rows.add(new Row(
                        "I " + what.label,
                        UNIT,
                        Row.Better.LOWER,
                        results.get(what.ordinal()),
                        new Result("is the goal", List.of(Sample.of(what.goal))),
                        1,
                        what.note));
            }
            return rows;
        }
    }

    /** The packaged worker: what ships is what is measured. */
    private static String worker(Stage stage) {
        Path application = stage.project().resolve("vto-worker/target/quarkus-app");
        return List.of("app", "lib/main", "lib/boot").stream()
                .map(folder -> application.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copySamples(Path to) throws IOException {
        for (PhotoSlot slot : PhotoSlot.values()) {
            String name = slot.wireName() + ".jpg";
            try (InputStream sample = Objects.requireNonNull(
                    CatalogClient.class.getResourceAsStream("/samples/" + name), "sample photo " + name)) {
                Files.copy(sample, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private enum What {
        CUT(StudioRole.CUT, "one cut-out", 500, "a garment in its photo, of 8; processor time"),
        DRAW(StudioRole.DRAW, "view of 1024 x 1536", 400, "from kept cut-outs; processor time"),
        FILM(StudioRole.FILM, "video of " + StudioRole.SECONDS + " s", 4_000, "720p, of four pictures; processor time");

        private final String order;
        private final String label;
        private final double goal;
        private final String note;

        What(String order, String label, double goal, String note) {
            this.order = order;
            this.label = label;
            this.goal = goal;
            this.note = note;
        }
    }

    private record Ours(Child studio, What what) implements Contender {

        @Override
        public String name() {
            return what.label;
        }

        @Override
        public Sample round() throws InterruptedException {
            long[] millis = studio.ask(what.order, "", long[].class, LIMIT);
            return Sample.latency(Arrays.stream(millis).asDoubleStream().toArray());
        }
    }
}
