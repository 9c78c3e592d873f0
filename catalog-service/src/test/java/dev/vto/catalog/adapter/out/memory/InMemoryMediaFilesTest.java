package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.application.port.MediaFilesContract;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;

class InMemoryMediaFilesTest extends MediaFilesContract {

    private final InMemoryMediaFiles files = new InMemoryMediaFiles();

    @Override
    protected MediaFiles files() {
        return files;
    }

    @Override
    protected void store(MediaKey key) {
        files.add(PhotoRef.stored(key).value());
    }

    @Override
    protected boolean has(MediaKey key) {
        return files.keys().contains(key);
    }
}
