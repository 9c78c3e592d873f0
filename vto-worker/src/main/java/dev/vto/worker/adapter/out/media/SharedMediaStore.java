package dev.vto.worker.adapter.out.media;

import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The storage that the catalog shares, used on worker threads; photos of other sites are fetched from there. */
public final class SharedMediaStore implements MediaStore {

    private final MediaStorage store;
    private final RemotePhotos remote;
    private final Executor workers;

    public SharedMediaStore(MediaStorage store, RemotePhotos remote, Executor workers) {
        this.store = store;
        this.remote = remote;
        this.workers = workers;
    }

    @Override
    public Uni<Path> fetch(PhotoRef photo, Supplier<Path> folder) {
        return photo.key()
                .map(key -> on(() -> store.fetch(key, folder)
                        .orElseThrow(() -> GenerationFailed.invalidInput("A photo of this job is gone.", null))))
                .orElseGet(() -> on(folder::get).chain(into -> remote.fetch(URI.create(photo.value()), into)));
    }

    @Override
    public Uni<Void> store(Path file, MediaKey key) {
        return on(() -> {
            store.put(file, key);
            return null;
        });
    }

    @Override
    public Uni<Void> copy(MediaKey from, MediaKey to) {
        return on(() -> {
            store.copy(from, to);
            return null;
        });
    }

    @Override
    public Uni<Void> remove(List<MediaKey> keys) {
        return on(() -> {
            store.delete(keys);
            return null;
        });
    }

    @Override
    public Uni<Void> removeFolder(MediaKey folder) {
        return on(() -> {
            store.deleteFolder(folder);
            return null;
        });
    }

    private <T> Uni<T> on(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(workers);
    }
}
