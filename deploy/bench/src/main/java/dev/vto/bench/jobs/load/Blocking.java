package dev.vto.bench.jobs.load;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that holds a thread while it goes on, on so many threads; what is begun beyond them waits. */
public final class Blocking implements Operation, AutoCloseable {

    private final Callable<?> work;
    private final ExecutorService threads;

    public Blocking(Callable<?> work, int threads) {
        this.work = work;
        this.threads = Executors.newFixedThreadPool(threads, runnable -> {
            Thread thread = new Thread(runnable, "blocking");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public CompletionStage<?> begin() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
