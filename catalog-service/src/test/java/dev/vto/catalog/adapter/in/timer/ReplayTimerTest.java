package dev.vto.catalog.adapter.in.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.PruneReplays;
import dev.vto.catalog.application.port.Replays;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTimerTest {

    private static final int BATCH = 10;

    private final Vertx vertx = Vertx.vertx();
    private final OldAnswers old = new OldAnswers(25);
    private final ReplayTimer timer = new ReplayTimer(vertx, new PruneReplays(old, BATCH), Duration.ofMillis(5));

    @AfterEach
    void stop() {
        timer.onStop(new ShutdownEvent());
        vertx.closeAndAwait();
    }

    @Test
    void forgetsAllThatIsOldBatchByBatch() {
        timer.onStart(new StartupEvent());

        await(() -> old.left.get() == 0);
        assertThat(old.largest).hasValue(BATCH);
    }

    @Test
    void goesOnAfterAFailure() {
        old.failures.set(2);

        timer.onStart(new StartupEvent());

        await(() -> old.left.get() == 0);
        assertThat(old.failures.get()).isNegative();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(condition);
    }

    /** So many answers that are to be forgotten, after some failures. */
    private static final class OldAnswers implements Replays {

        private final AtomicInteger left;
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger largest = new AtomicInteger();

        OldAnswers(int count) {
            left = new AtomicInteger(count);
        }

        @Override
        public Uni<Answer> once(Request request, Supplier<Uni<Answer>> work) {
            return work.get();
        }

        @Override
        public Uni<Integer> forget(int most) {
            if (failures.getAndDecrement() > 0) {
                return Uni.createFrom().failure(new IllegalStateException("the database is away"));
            }
            largest.set(Math.max(largest.get(), most));
            int forgotten = Math.min(most, left.get());
            return Uni.createFrom().item(forgotten).invoke(() -> left.addAndGet(-forgotten));
        }
    }
}
