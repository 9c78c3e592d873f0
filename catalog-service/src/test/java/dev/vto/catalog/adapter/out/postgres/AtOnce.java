package dev.vto.catalog.adapter.out.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls that begin at the same moment, each in a thread of its own. */
final class AtOnce {

    private static final long DEADLINE_SECONDS = 60;

    private AtOnce() {}

    /** What each of the calls failed with, in their order; empty where it went well. */
    static List<Optional<Throwable>> failuresOf(List<Runnable> calls) throws Exception {
        CountDownLatch together = new CountDownLatch(calls.size());
        List<CompletableFuture<Optional<Throwable>>> running = new ArrayList<>();
        for (Runnable call : calls) {
            running.add(
                    CompletableFuture.supplyAsync(() -> failureOf(call, together), work -> new Thread(work).start()));
        }
        List<Optional<Throwable>> failures = new ArrayList<>();
        for (CompletableFuture<Optional<Throwable>> one : running) {
            failures.add(one.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        }
        return failures;
    }

    private static Optional<Throwable> failureOf(Runnable call, CountDownLatch together) {
        try {
            together.countDown();
            together.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
            call.run();
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }
}
