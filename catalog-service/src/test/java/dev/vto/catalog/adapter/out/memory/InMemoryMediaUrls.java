package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import java.util.Optional;

/** Plain paths, unsigned. */
public final class InMemoryMediaUrls implements MediaUrls {

    private static final String PATH = "/files/";

    @Override
    public String urlOf(PhotoRef photo) {
        return photo.key().map(key -> PATH + key).orElse(photo.value());
    }

    @Override
    public Optional<MediaKey> keyOf(String url) {
        return url.startsWith(PATH) ? Optional.of(new MediaKey(url.substring(PATH.length()))) : Optional.empty();
    }
}
