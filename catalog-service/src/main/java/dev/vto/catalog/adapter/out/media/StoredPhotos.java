package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.Photos;
import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Stored photos, looked into on worker threads. */
public final class StoredPhotos implements Photos {

    private final MediaStorage store;
    private final Executor workers;
    private final Supplier<UUID> ids;

    /** @param workers where decoding runs; its size bounds how many pictures are in memory at once */
    public StoredPhotos(MediaStorage store, Executor workers, Supplier<UUID> ids) {
        this.store = store;
        this.workers = workers;
        this.ids = ids;
    }

    @Override
    public Uni<MediaKey> store(UserId owner, Path file) {
        return Uni.createFrom().item(() -> checkAndStore(owner, file)).runSubscriptionOn(workers);
    }

    private MediaKey checkAndStore(UserId owner, Path file) {
        try {
            MediaFormat format = PhotoCheck.check(file);
            MediaKey key = new MediaKey(owner + "/photos/" + ids.get() + "." + format.extension());
            store.put(file, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
