package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.process.Program;
import dev.vto.bench.jobs.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why graphile-worker, the fastest of the peers that others name, has no figures here. */
final class Graphile {

    private static final String NAME = "graphile-worker 0.18.0";

    /** The least version of Node that its package asks for. */
    private static final int MAJOR = 22;

    private static final int MINOR = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\..*");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Graphile() {}

    /** A sentence for the reader of the table. */
    static String absence(Stage stage) throws IOException, InterruptedException {
        Optional<Path> node = Program.find("node");
        return node.isEmpty()
                ? NAME + " is not measured: Node is missing"
                : absence(Program.run(
                                List.of(node.get().toString(), "--version"),
                                Map.of(),
                                stage.folder(),
                                LIMIT,
                                stage.stop())
                        .strip());
    }

    /** @param version of Node, as it prints it */
    static String absence(String version) {
        Matcher parts = VERSION.matcher(version);
        boolean runs = parts.matches()
                && (Integer.parseInt(parts.group(1)) > MAJOR
                        || Integer.parseInt(parts.group(1)) == MAJOR && Integer.parseInt(parts.group(2)) >= MINOR);
        return runs
                ? NAME + " is not measured by this bench"
                : NAME + " is not measured: it needs Node " + MAJOR + "." + MINOR + ", and " + version + " is here";
    }
}
