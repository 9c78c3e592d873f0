package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stored files, to be looked through and removed. What is not there counts as removed. */
public interface MediaFiles {

    /**
     * A stored file.
     *
     * @param stored when
     */
    record StoredFile(MediaKey key, long bytes, Instant stored) {}

    Uni<Void> remove(Set<MediaKey> keys);

    /** Removes every file of the user's. */
    Uni<Void> removeAllOf(UserId owner);

    /**
     * The next files, in an order that is always the same.
     *
     * @param after the last one of the list before, be it there or not; empty to begin
     * @return fewer than {@code most} only at the end
     */
    Uni<List<StoredFile>> list(Optional<MediaKey> after, int most);

    /** Removes what was begun before a time and never became a file. */
    Uni<Void> removeUnfinished(Instant before);
}
