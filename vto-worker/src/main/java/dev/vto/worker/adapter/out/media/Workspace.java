package dev.vto.worker.adapter.out.media;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A temporary folder for one run, made when the run first asks for it, and gone when the run is over, however it ended. */
public final class Workspace {

    /** A backend that was stopped may write while its folder is being removed; once that is gone it cannot. */
    private static final int MOST_REMOVALS = 1000;

    private final Executor workers;

    public Workspace(Executor workers) {
        this.workers = workers;
    }

    /** @param work asks for the folder on threads that may block */
    public <T> Uni<T> with(Function<Supplier<Path>, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Folder folder = new Folder();
            return Uni.createFrom()
                    .deferred(() -> work.apply(folder))
                    .onTermination()
                    .invoke(() -> folder.close(workers));
        });
    }

    private static final class Folder implements Supplier<Path> {

        @Nullable
        private Path made;

        private boolean closed;

        @Override
        public synchronized Path get() {
            if (closed) {
                throw new CancellationException("the run is over, and so is its folder");
            }
            if (made == null) {
                made = make();
            }
            return made;
        }

        private synchronized void close(Executor workers) {
            closed = true;
            Path folder = made;
            if (folder != null) {
                workers.execute(() -> remove(folder));
            }
        }
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
