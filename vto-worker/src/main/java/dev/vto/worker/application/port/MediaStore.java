package dev.vto.worker.application.port;

import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Photos in, results out. */
public interface MediaStore {

    /**
     * Makes a photo readable locally, as it lies in the store or as a copy in a folder.
     *
     * @param folder asked for where a copy is made, and only there
     * @return the local file; fails with {@link dev.vto.worker.domain.GenerationFailed} where there is none
     */
    Uni<Path> fetch(PhotoRef photo, Supplier<Path> folder);

    /** Stores a local file under a key, in one step, and takes it away. */
    Uni<Void> store(Path file, MediaKey key);

    /** Stores a stored file under another key as well; fails where there is none. */
    Uni<Void> copy(MediaKey from, MediaKey to);

    /** Removes stored files; what is not there is no error. */
    Uni<Void> remove(List<MediaKey> keys);

    /** Removes all files whose keys begin with this one and a slash; where there is none, that is no error. */
    Uni<Void> removeFolder(MediaKey folder);
}
