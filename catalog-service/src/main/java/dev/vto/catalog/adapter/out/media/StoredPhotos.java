package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Stored photos, looked into and stored on worker threads. */
public final class StoredPhotos implements Photos {

    private static final Logger LOG = Logger.getLogger(StoredPhotos.class);

    /** When it is worth trying again where the store does not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MediaStorage store;
    private final Executor checks;
    private final Executor transfers;
    private final Supplier<UUID> ids;

    /**
     * @param checks where decoding runs; its size bounds how many pictures are in memory at once
     * @param transfers where files are on their way to the store, of which no check waits for any
     */
    public StoredPhotos(MediaStorage store, Executor checks, Executor transfers, Supplier<UUID> ids) {
        this.store = store;
        this.checks = checks;
        this.transfers = transfers;
        this.ids = ids;
    }

    @Override
    public Uni<MediaKey> store(UserId owner, Path file) {
        return Uni.createFrom()
                .item(() -> check(file))
                .runSubscriptionOn(checks)
                .emitOn(transfers)
                .map(format -> store(owner, file, format));
    }

    private static MediaFormat check(Path file) {
        try {
            return PhotoCheck.check(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaKey store(UserId owner, Path file, MediaFormat format) {
        MediaKey key = new MediaKey(owner + "/photos/" + ids.get() + "." + format.extension());
        try {
            store.put(file, key);
            return key;
        } catch (IOException e) {
            LOG.warnf("a photo could not be stored: %s", e.toString());
            throw Rejected.unavailable(
                    "media_store_unavailable", "Photos cannot be stored at the moment; try again later.", PAUSE);
        }
    }
}
