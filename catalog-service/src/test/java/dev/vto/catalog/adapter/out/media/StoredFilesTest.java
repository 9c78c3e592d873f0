package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.application.port.MediaFilesContract;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class StoredFilesTest extends MediaFilesContract {

    @TempDir
    Path media;

    @TempDir
    Path folder;

    @Override
    protected MediaFiles files() {
        return new StoredFiles(store(), Runnable::run);
    }

    @Override
    protected void store(MediaKey key) {
        try {
            store().put(Files.write(folder.resolve("sent"), new byte[] {1}), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean has(MediaKey key) {
        return Files.exists(media.resolve(key.value()));
    }

    private FileStore store() {
        return new FileStore(media);
    }
}
