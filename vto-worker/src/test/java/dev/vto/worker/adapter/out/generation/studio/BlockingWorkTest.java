package dev.vto.worker.adapter.out.generation.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingWorkTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BlockingWork work = new BlockingWork(thread);

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void runsOnTheWorkersThread() {
        String own = Thread.currentThread().getName();

        assertThat(run(progress -> Thread.currentThread().getName())).isNotEqualTo(own);
    }

    @Test
    void passesProgressOn() {
        List<Double> told = new ArrayList<>();

        String made = work.run(
                        progress -> {
                            progress.at(0.25);
                            progress.at(1);
                            return "made";
                        },
                        told::add)
                .await()
                .atMost(LIMIT);

        assertThat(made).isEqualTo("made");
        assertThat(told).containsExactly(0.25, 1.0);
    }

    @Test
    void failsAsTheTaskFails() {
        assertFails(new IllegalStateException("no such colour"));
        assertFails(new UnsatisfiedLinkError("no libopenh264"));
        assertFails(new OutOfMemoryError("Java heap space"));
    }

    @Test
    void wrapsWhatTheDiskSays() {
        assertThatThrownBy(() -> run(progress -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() {
        AtomicInteger steps = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Cancellable waiting = work.run(
                        progress -> {
                            try {
                                while (true) {
                                    progress.at(0.5);
                                    steps.incrementAndGet();
                                }
                            } finally {
                                ended.set(true);
                            }
                        },
                        fraction -> {})
                .subscribe()
                .with(made -> {});
        await().atMost(LIMIT).until(() -> steps.get() > 0);

        waiting.cancel();

        await().atMost(LIMIT).untilTrue(ended);
        assertThat(run(progress -> "the thread is free")).isEqualTo("the thread is free");
    }

    @Test
    void doesNotBeginWhatNobodyWaitsForAnyMore() {
        AtomicBoolean release = new AtomicBoolean();
        AtomicBoolean begun = new AtomicBoolean();
        thread.execute(() -> await().atMost(LIMIT).untilTrue(release));
        Cancellable queued = work.run(
                        progress -> {
                            begun.set(true);
                            return "made";
                        },
                        fraction -> {})
                .subscribe()
                .with(made -> {});

        queued.cancel();
        release.set(true);

        assertThat(run(progress -> "next")).isEqualTo("next");
        assertThat(begun).isFalse();
    }

    @Test
    void givesNativeMemoryBackBeforeTheResult() {
        AtomicReference<Mat> large = new AtomicReference<>();

        boolean gone = work.run(
                        progress -> {
                            large.set(new Mat(1000, 1000, opencv_core.CV_8U));
                            return large.get().isNull();
                        },
                        fraction -> {})
                .invoke(goneDuring -> assertThat(goneDuring).isFalse())
                .map(goneDuring -> large.get().isNull())
                .await()
                .atMost(LIMIT);

        assertThat(gone).isTrue();
    }

    private void assertFails(Throwable thrown) {
        Throwable failure = work.<Throwable>run(
                        progress -> {
                            if (thrown instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) thrown;
                        },
                        fraction -> {})
                .onFailure()
                .recoverWithItem(failed -> failed)
                .await()
                .atMost(LIMIT);

        assertThat(failure).isSameAs(thrown);
    }

    private String run(BlockingWork.Task<String> task) {
        return work.run(task, fraction -> {}).await().atMost(LIMIT);
    }
}
