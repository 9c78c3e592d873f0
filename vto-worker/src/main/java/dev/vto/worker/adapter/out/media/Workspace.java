package dev.vto.worker.adapter.out.media;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** A temporary folder for one run, gone when the run is over, however it ended. */
public final class Workspace {

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
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
