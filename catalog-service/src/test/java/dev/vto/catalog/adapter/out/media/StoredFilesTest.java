package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.application.port.MediaFilesContract;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class StoredFilesTest extends MediaFilesContract {

    @TempDir
    Path folder;

    @Override
    protected MediaFiles files() {
        return new StoredFiles(store(), Runnable::run);
    }

    @Override
    protected void store(MediaKey key) {
        try {
            store().put(key, new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean has(MediaKey key) {
        return store().find(key).isPresent();
    }

    private FileStore store() {
        return new FileStore(folder);
    }
}
