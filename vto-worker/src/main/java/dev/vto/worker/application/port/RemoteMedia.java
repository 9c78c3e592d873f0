package dev.vto.worker.application.port;

import dev.vto.shared.media.MediaFormat;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What backends hand back as URLs. */
public interface RemoteMedia {

    /**
     * What a file may be.
     *
     * @param bytes at most
     * @param limit for all of it, redirects included
     * @param formats of which one it really is, whatever the site says
     */
    record Bounds(long bytes, Duration limit, Set<MediaFormat> formats) {}

    /**
     * Brings a file into a folder.
     *
     * @param authorization the header of this name, for a site that wants one; it goes to no other, so redirects are not
     *     followed then
     * @return the local file; fails with {@link dev.vto.worker.domain.GenerationFailed}: RESULT_EXPIRED where the site
     *     says that it is gone, TRANSIENT where it cannot be had at the moment or is beyond the bounds, INTERNAL where
     *     the operator's settings do not let us follow the URL
     */
    Uni<Path> fetch(URI file, @Nullable String authorization, Path folder, Bounds bounds);
}
