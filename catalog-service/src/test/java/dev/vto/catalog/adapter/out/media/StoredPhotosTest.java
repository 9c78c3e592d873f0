package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.application.port.PhotosContract;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class StoredPhotosTest extends PhotosContract {

    @TempDir
    Path media;

    private FileStore store;

    @BeforeEach
    void openStore() {
        store = new FileStore(media);
    }

    @Override
    protected Photos photos() {
        return new StoredPhotos(store, Runnable::run, Runnable::run, Fixtures::anId);
    }

    @Override
    protected Optional<byte[]> stored(MediaKey key) throws IOException {
        Optional<Path> file = store.fetch(key, () -> media);
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }
}
