package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Stored files, to be removed. What is not there counts as removed. */
public interface MediaFiles {

    Uni<Void> remove(Set<MediaKey> keys);

    /** Removes every file of the user's. */
    Uni<Void> removeAllOf(UserId owner);
}
