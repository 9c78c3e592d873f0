package dev.vto.shared.media;

import java.net.URI;
import java.util.Optional;

/**
 * Where a photo is: a file of ours, written {@code media:{key}}, or an absolute http(s) URL. This is the form in which
 * columns and job specs hold it. Whether plain http is acceptable is for the reader to decide.
 */
public record PhotoRef(String value) {

    private static final String STORED = "media:";
    private static final int MAX_LENGTH = 2048;

    /** @throws IllegalArgumentException if the text is neither form */
    public PhotoRef {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a photo reference has at most " + MAX_LENGTH + " characters");
        }
        if (value.startsWith(STORED)) {
            new MediaKey(value.substring(STORED.length()));
        } else {
            requireHttp(URI.create(value));
        }
    }

    public static PhotoRef stored(MediaKey key) {
        return new PhotoRef(STORED + key.value());
    }

    /** The key of our own file, or empty for a URL. */
    public Optional<MediaKey> key() {
        return value.startsWith(STORED)
                ? Optional.of(new MediaKey(value.substring(STORED.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requireHttp(URI uri) {
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("a photo reference is media:{key} or an absolute https URL");
        }
    }
}
