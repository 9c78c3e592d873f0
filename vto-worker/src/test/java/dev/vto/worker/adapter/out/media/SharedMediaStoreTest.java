package dev.vto.worker.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.OwnThread;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.http.GuardedFetch;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.contract.MediaStoreContract;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMediaStoreTest extends MediaStoreContract {

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");

    @TempDir
    Path root;

    @TempDir
    Path local;

    private static Vertx vertx;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.closeAndAwait();
    }

    @Override
    protected MediaStore emptyStore() {
        return store(OwnThread.FOR_EACH);
    }

    private MediaStore store(Executor workers) {
        SiteRules onlyPublic = new SiteRules(false, Set.of(), Set.of());
        return new SharedMediaStore(
                new FileStore(root), new RemotePhotos(new GuardedFetch(vertx, onlyPublic), workers), workers);
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
        store(work::add).store(file, KEY).subscribe().with(stored -> {});
        assertThat(root.resolve(KEY.value())).doesNotExist();

        work.remove().run();

        assertThat(root.resolve(KEY.value())).hasBinaryContent(new byte[] {1});
    }
}
