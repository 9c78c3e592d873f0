package dev.vto.bench.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NO_TIME = Duration.ofMillis(1);

    /** A server that stands still until all have come: who came first has waited for the last. */
    @Test
    void openLoadComesWhileTheServerStandsStillAndCountsTheWait() throws Exception {
        Schedule schedule = Schedule.poisson(1000, 50, 1);
        Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
        Operation standing = () -> {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            waiting.add(answer);
            if (waiting.size() == schedule.count()) {
                waiting.forEach(one -> one.complete(null));
            }
            return answer;
        };

        Latencies latencies = OpenLoop.run(standing, schedule, PATIENCE);

        assertThat(latencies.count()).isEqualTo(schedule.count());
        double first = schedule.dueNanos()[0] / 1e6;
        assertThat(latencies.most()).isGreaterThanOrEqualTo((schedule.length().toNanos() / 1e6 - first) * 0.99);
    }

    @Test
    void openLoadTellsWhatFailedAndWhatWasNeverDone() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Operation third = () -> switch (turn.getAndIncrement() % 3) {
            case 0 -> CompletableFuture.completedFuture(null);
            case 1 -> CompletableFuture.failedFuture(new IllegalStateException());
            default -> new CompletableFuture<>();
        };

        Latencies latencies = OpenLoop.run(third, Schedule.poisson(10_000, 30, 1), NO_TIME);

        assertThat(latencies.count()).isEqualTo(10);
        assertThat(latencies.failed()).isEqualTo(20);
    }

    @Test
    void closedLoadKeepsAsMuchGoingAsItIsToldAndNoMore() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(4);
        try (Blocking work = new Blocking(
                () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    together.countDown();
                    together.await();
                    now.decrementAndGet();
                    return null;
                },
                16)) {
            ClosedLoop.Counted counted = ClosedLoop.run(work, 4, Duration.ZERO, Duration.ofMillis(50));

            assertThat(most).hasValue(4);
            assertThat(counted.all()).isGreaterThanOrEqualTo(4);
            assertThat(counted.failed()).isZero();
        }
    }

    @Test
    void closedLoadCountsFailuresApart() throws Exception {
        try (Blocking failing = new Blocking(
                () -> {
                    throw new IllegalStateException();
                },
                1)) {
            ClosedLoop.Counted counted = ClosedLoop.run(failing, 1, Duration.ZERO, Duration.ofMillis(20));

            assertThat(counted.all()).isZero();
            assertThat(counted.rate()).isZero();
            assertThat(counted.failed()).isPositive();
        }
    }

    @Test
    void closedLoadLeavesTheWarmUpOutOfTheRate() throws Exception {
        try (Blocking work = new Blocking(() -> null, 1)) {
            ClosedLoop.Counted counted = ClosedLoop.run(work, 1, Duration.ofMillis(200), NO_TIME);

            assertThat(counted.rate() * NO_TIME.toMillis() / 1000).isLessThan(counted.all());
        }
    }
}
