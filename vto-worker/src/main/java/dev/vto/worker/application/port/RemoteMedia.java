package dev.vto.worker.application.port;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Files of other sites. */
public interface RemoteMedia {

    /** @param limit how long it may take as a whole */
    record Bounds(long bytes, Duration limit) {}

    /**
     * Brings a file into a folder.
     *
     * @return the local file; fails with {@link dev.vto.worker.domain.GenerationFailed}: RESULT_EXPIRED where the site
     *     says that it is gone, TRANSIENT where it cannot be had at the moment, INVALID_INPUT beyond the bounds
     */
    Uni<Path> fetch(URI file, Path folder, Bounds bounds);
}
