package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files by key, shared by both services. A file is there whole or not at all, and is replaced in one step. All calls
 * block; callers run them on worker threads.
 */
public interface MediaStorage extends MediaFinder {

    /**
     * A file of a list.
     *
     * @param modified when it was stored
     */
    record Listed(MediaKey key, long bytes, Instant modified) {}

    /**
     * Stores a local file under a key and takes it away from where it was.
     *
     * @throws NoSuchFileException if there is no such local file
     */
    void put(Path file, MediaKey key) throws IOException;

    /**
     * Stores a file under a second key, without its bytes passing through the caller.
     *
     * @throws NoSuchFileException if there is no file of the first key
     */
    void copy(MediaKey from, MediaKey to) throws IOException;

    /**
     * A file that can be read locally: the stored one itself, which the caller must not change, or a copy in the folder.
     * Empty where there is none.
     *
     * @param folder asked for where a copy is made, and only there
     */
    Optional<Path> fetch(MediaKey key, Supplier<Path> folder) throws IOException;

    /** Removes files; what is not there is no error. */
    void delete(Collection<MediaKey> keys) throws IOException;

    /** Removes all files whose keys begin with this one and a slash; where there is none, that is no error. */
    void deleteFolder(MediaKey folder) throws IOException;

    /**
     * The next files, in an order that is always the same. A file that is stored meanwhile may be left out.
     *
     * @param after the last one of the list before, whether it is still there or not; null to begin
     * @return fewer than {@code most} only at the end
     */
    List<Listed> list(@Nullable MediaKey after, int most) throws IOException;

    /** Removes what was begun before a time and never became a file. */
    void deleteUnfinished(Instant before) throws IOException;
}
