package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.process.NodePackage;
import dev.vto.bench.jobs.stage.Stage;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * graphile-worker, in processes of Node.
 *
 * @param installed null where it is not
 * @param absence why it is not, or empty
 */
record Graphile(@Nullable NodePackage installed, String absence) implements JobSystem {

    private static final String LABEL = "graphile-worker";
    private static final String SOURCES = "deploy/bench/graphile";
    private static final String FOLDER = "deploy/bench/target/graphile";
    private static final String SCRIPT = "peer.mjs";

    /** Installs it, if that is possible. */
    static Graphile install(Stage stage) throws InterruptedException {
        Path project = stage.project();
        Graphile graphile = install(
                project.resolve(SOURCES),
                project.resolve(FOLDER),
                System.getenv().getOrDefault("PATH", ""),
                stage.stop());
        if (graphile.installed == null) {
            stage.say(graphile.absence);
        }
        return graphile;
    }

    /** @param path folders in which Node and npm are looked for */
    static Graphile install(Path sources, Path folder, String path, StopSignal stop) throws InterruptedException {
        try {
            return new Graphile(NodePackage.install(sources, folder, path, stop), "");
        } catch (BenchFailure | IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Graphile(null, LABEL + " is not measured: " + reason);
        }
    }

    @Override
    public String label() {
        return LABEL;
    }

    /** What a reader of its figures must know. */
    String note() {
        return installed == null ? absence : "on Node " + installed.version();
    }

    /** @throws IllegalStateException if it is not installed */
    @Override
    public Child child(Stage stage) throws InterruptedException {
        if (installed == null) {
            throw new IllegalStateException(absence);
        }
        return Child.start(
                LABEL, installed.command(SCRIPT), stage.folder().resolve("bench-" + LABEL + ".log"), stage.stop());
    }

    @Override
    public String maker() {
        return "";
    }
}
