package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** The files of the media storage, on worker threads. */
public final class StoredFiles implements MediaFiles {

    private final MediaStorage store;
    private final Executor workers;

    public StoredFiles(MediaStorage store, Executor workers) {
        this.store = store;
        this.workers = workers;
    }

    @Override
    public Uni<Void> remove(Set<MediaKey> keys) {
        return doing(() -> store.delete(keys));
    }

    @Override
    public Uni<Void> removeAllOf(UserId owner) {
        return doing(() -> store.deleteFolder(new MediaKey(owner.toString())));
    }

    @Override
    public Uni<List<StoredFile>> list(Optional<MediaKey> after, int most) {
        return blocking(() -> store.list(after.orElse(null), most).stream()
                .map(file -> new StoredFile(file.key(), file.bytes(), file.modified()))
                .toList());
    }

    @Override
    public Uni<Void> removeUnfinished(Instant before) {
        return doing(() -> store.deleteUnfinished(before));
    }

    private interface Work {
        void run() throws IOException;
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private Uni<Void> doing(Work work) {
        return blocking(() -> {
                    work.run();
                    return true;
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> blocking(Question<T> question) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return question.ask();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(workers);
    }
}
