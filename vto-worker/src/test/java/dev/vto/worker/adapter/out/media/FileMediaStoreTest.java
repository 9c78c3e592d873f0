package dev.vto.worker.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.contract.MediaStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMediaStoreTest extends MediaStoreContract {

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");

    @TempDir
    Path root;

    @TempDir
    Path local;

    @Override
    protected MediaStore emptyStore() {
        return new FileMediaStore(new FileStore(root), ForkJoinPool.commonPool());
    }

    @AfterEach
    void leavesNoTemporaryFile() throws IOException {
        try (Stream<Path> temporary = Files.list(root.resolve(".incoming"))) {
            assertThat(temporary).isEmpty();
        }
    }

    @Test
    void usesTheDiskOnItsOwnThreadsOnly() throws IOException {
        Queue<Runnable> work = new ArrayDeque<>();
        Path file = Files.write(local.resolve("a.jpg"), new byte[] {1});
        new FileMediaStore(new FileStore(root), work::add)
                .store(file, KEY)
                .subscribe()
                .with(stored -> {});
        assertThat(root.resolve(KEY.value())).doesNotExist();

        work.remove().run();

        assertThat(root.resolve(KEY.value())).hasBinaryContent(new byte[] {1});
    }
}
