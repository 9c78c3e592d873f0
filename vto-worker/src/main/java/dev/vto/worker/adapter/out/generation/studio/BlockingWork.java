package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.worker.application.port.Generator;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.PointerScope;

/**
 * Runs imaging on the generation threads. Native memory lives in one scope a piece of work; a cancelled subscription
 * stops the work at its next report of progress, or keeps it from beginning.
 */
final class BlockingWork {

    private final Executor workers;

    BlockingWork(Executor workers) {
        this.workers = workers;
    }

    /** Imaging that reports how far it is. */
    @FunctionalInterface
    interface Task<T> {
        T run(Generator.Progress progress) throws IOException;
    }

    <T> Uni<T> run(Task<T> task, Generator.Progress progress) {
        return Uni.createFrom().<T>emitter(emitter -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            emitter.onTermination(() -> cancelled.set(true));
            workers.execute(() -> {
                if (cancelled.get()) {
                    return;
                }
                try {
                    // Native memory is free before anyone goes on with the result.
                    emitter.complete(inScope(task, fraction -> {
                        if (cancelled.get()) {
                            throw new CancellationException("nobody waits for this result any more");
                        }
                        progress.at(fraction);
                    }));
                } catch (IOException e) {
                    emitter.fail(new UncheckedIOException(e));
                } catch (RuntimeException | Error e) {
                    emitter.fail(e);
                }
            });
        });
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static <T> T inScope(Task<T> task, Generator.Progress progress) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            return task.run(progress);
        }
    }
}
