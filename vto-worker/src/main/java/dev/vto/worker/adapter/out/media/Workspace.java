package dev.vto.worker.adapter.out.media;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** A temporary folder for one run, gone when the run is over, however it ended. */
public final class Workspace {

    /** A backend that was stopped may write while its folder is being removed; once that is gone it cannot. */
    private static final int MOST_REMOVALS = 1000;

    private final Executor workers;

    public Workspace(Executor workers) {
        this.workers = workers;
    }

    public <T> Uni<T> with(Function<Path, Uni<T>> work) {
        return Uni.createFrom()
                .item(Workspace::make)
                .runSubscriptionOn(workers)
                .onItem()
                .transformToUni(folder -> Uni.createFrom()
                        .deferred(() -> work.apply(folder))
                        .onTermination()
                        .invoke(() -> workers.execute(() -> remove(folder))));
    }

    private static Path make() {
        try {
            return Files.createTempDirectory("vto-run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        for (int attempt = 1; attempt < MOST_REMOVALS && !removed(folder); attempt++) {
            Thread.onSpinWait();
        }
    }

    private static boolean removed(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException notEmpty) {
            return removedWithAllInIt(folder);
        }
    }

    private static boolean removedWithAllInIt(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return !Files.exists(folder);
        }
    }
}
