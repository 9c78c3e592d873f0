package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.media.PhotoRef;
import java.util.Optional;

/** A photo that a client names by its URL. */
final class PhotoUrl {

    static final int MAX_LENGTH = 2048;
    static final String ALLOWED = "is an https URL, or one of our own media URLs";

    private PhotoUrl() {}

    /** Empty where the text is not {@link #ALLOWED}. */
    static Optional<PhotoRef> read(String url, MediaUrls urls) {
        Optional<PhotoRef> stored = urls.keyOf(url).map(PhotoRef::stored);
        if (stored.isPresent()) {
            return stored;
        }
        try {
            return url.startsWith("https://") ? Optional.of(new PhotoRef(url)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
