package dev.vto.catalog.application.port;

import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import java.util.Optional;

/** The URLs by which people see stored files. */
public interface MediaUrls {

    /** A URL that opens the file for a bounded time, or the photo's own where it is not ours. */
    String urlOf(PhotoRef photo);

    /** The stored file that one of our URLs stands for, signed or not, expired or not; empty for any other text. */
    Optional<MediaKey> keyOf(String url);
}
