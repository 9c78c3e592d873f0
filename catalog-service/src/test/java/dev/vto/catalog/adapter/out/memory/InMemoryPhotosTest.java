package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.application.port.PhotosContract;
import dev.vto.shared.media.MediaKey;
import java.util.Optional;

class InMemoryPhotosTest extends PhotosContract {

    private final InMemoryPhotos photos = new InMemoryPhotos();

    @Override
    protected Photos photos() {
        return photos;
    }

    @Override
    protected Optional<byte[]> stored(MediaKey key) {
        return photos.find(key);
    }
}
