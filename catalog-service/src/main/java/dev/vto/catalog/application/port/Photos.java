package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Photos that users send us. */
public interface Photos {

    /**
     * Looks into a file that a user sent and stores it if it is a whole JPEG, PNG or WebP within
     * {@link dev.vto.shared.media.PhotoLimits}. Its name
     * and declared type are not believed. The file is taken away or left for the caller to remove.
     *
     * @return where it is stored; fails with {@link dev.vto.catalog.domain.Rejected} where it is no such photo, and
     *     with UNAVAILABLE where it cannot be stored now
     */
    Uni<MediaKey> store(UserId owner, Path file);
}
