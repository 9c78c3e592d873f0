package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Of a {@link MediaStorage}, what it takes to read a file from where it is. Blocks, as all of it. */
@FunctionalInterface
public interface MediaFinder {

    /**
     * A stored file.
     *
     * @param bytes its size
     * @param source where its bytes can be read by whoever is inside: a {@code file} URI, or an {@code http(s)} one that
     *     is good for some minutes
     */
    record Found(long bytes, URI source) {}

    /** The file of a key, or empty where there is none. */
    Optional<Found> find(MediaKey key) throws IOException;
}
