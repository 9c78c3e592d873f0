package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.Executor;

/** Removes files of the file store, on worker threads. */
public final class StoredFiles implements MediaFiles {

    private final FileStore store;
    private final Executor workers;

    public StoredFiles(FileStore store, Executor workers) {
        this.store = store;
        this.workers = workers;
    }

    @Override
    public Uni<Void> remove(Set<MediaKey> keys) {
        return blocking(() -> {
            for (MediaKey key : keys) {
                store.delete(key);
            }
        });
    }

    @Override
    public Uni<Void> removeAllOf(UserId owner) {
        return blocking(() -> store.deleteFolder(new MediaKey(owner.toString())));
    }

    private interface Work {
        void run() throws IOException;
    }

    private Uni<Void> blocking(Work work) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(workers);
    }
}
