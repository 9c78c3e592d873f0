package dev.vto.worker.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private final Workspace workspace = new Workspace(Runnable::run);
    private final AtomicReference<Path> used = new AtomicReference<>();

    @Test
    void isThereForTheRunAndGoneAfterIt() {
        boolean there = workspace
                .with(folder -> Uni.createFrom().item(Files.isRegularFile(fill(folder))))
                .await()
                .indefinitely();

        assertThat(there).isTrue();
        assertThat(used.get()).doesNotExist();
    }

    @Test
    void isOneFolderHoweverOftenItIsAskedFor() {
        boolean same = workspace
                .with(folder -> Uni.createFrom().item(fill(folder).startsWith(folder.get())))
                .await()
                .indefinitely();

        assertThat(same).isTrue();
    }

    @Test
    void isNotMadeAnyMoreForARunThatIsOver() {
        Supplier<Path> late = workspace
                .with(folder -> Uni.createFrom().item(() -> folder))
                .await()
                .indefinitely();

        assertThatThrownBy(late::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void isGoneAfterARunThatFailed() {
        assertThatThrownBy(() -> workspace
                        .with(folder -> {
                            fill(folder);
                            return Uni.createFrom().failure(new IllegalStateException("broken"));
                        })
                        .await()
                        .indefinitely())
                .hasMessage("broken");

        assertThat(used.get()).doesNotExist();
    }

    @Test
    void isGoneAfterARunThatBrokeAtItsStart() {
        assertThatThrownBy(() -> workspace
                        .with(folder -> {
                            fill(folder);
                            throw new IllegalStateException("broken");
                        })
                        .await()
                        .indefinitely())
                .hasMessage("broken");

        assertThat(used.get()).doesNotExist();
    }

    @Test
    void isGoneAfterARunThatWasStopped() {
        workspace
                .with(folder -> {
                    fill(folder);
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(made -> used.set(null))
                .cancel();

        assertThat(used.get()).doesNotExist();
    }

    @Test
    void isGoneThoughAStoppedBackendStillWrites() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        Thread backend = new Thread(() -> {
            while (Files.exists(used.get())) {
                try {
                    Files.createTempFile(used.get(), "late", ".jpg");
                    writing.countDown();
                } catch (IOException e) {
                    assertThat(e).isInstanceOf(NoSuchFileException.class);
                }
            }
        });

        workspace
                .with(folder -> {
                    fill(folder);
                    backend.start();
                    await(writing);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();

        backend.join();
        assertThat(used.get()).doesNotExist();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path fill(Supplier<Path> made) {
        Path folder = made.get();
        used.set(folder);
        try {
            Files.createDirectories(folder.resolve("deep"));
            return Files.write(folder.resolve("deep/a.jpg"), new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
