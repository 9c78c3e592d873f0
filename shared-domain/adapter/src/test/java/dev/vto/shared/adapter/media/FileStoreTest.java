package dev.vto.shared.adapter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends MediaStorageContract {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path folder;

    @Override
    protected MediaStorage emptyStorage() {
        return new FileStore(media());
    }

    @AfterEach
    void leavesNoTemporaryFile() {
        assertThat(media().resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void givesTheStoredFileItself() throws IOException {
        MediaStorage store = emptyStorage();
        MediaKey key = new MediaKey("owner/a.jpg");
        store.put(Files.write(folder.resolve("sent"), new byte[] {1}), key);

        assertThat(store.fetch(key, () -> folder)).contains(media().toRealPath().resolve("owner/a.jpg"));
    }

    @Test
    void listsNoFilesOfOthers() throws IOException {
        MediaStorage store = emptyStorage();
        Files.createDirectories(media().resolve("lost+found"));
        Files.write(media().resolve("lost+found/a.jpg"), new byte[] {1});
        Files.write(media().resolve(".DS_Store"), new byte[] {1});
        Path temporary = Files.write(media().resolve(".incoming/a"), new byte[] {1});

        assertThat(store.list(null, 10)).isEmpty();
        Files.delete(temporary);
    }

    @Test
    void removesTemporaryFilesThatNobodyFinished() throws IOException {
        MediaStorage store = emptyStorage();
        Path old = temporary("old", NOW.minusSeconds(1));
        Path young = temporary("young", NOW.plusSeconds(1));

        store.deleteUnfinished(NOW);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new FileStore(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private Path media() {
        return folder.resolve("media of today");
    }

    private Path temporary(String name, Instant modified) throws IOException {
        Path file = Files.write(media().resolve(".incoming").resolve(name), new byte[] {1});
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}
