package dev.vto.shared.adapter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(folder.resolve("media of today"));
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        store.put(KEY, new byte[] {1, 2, 3});

        assertThat(store.find(KEY)).get().extracting(this::bytes).isEqualTo(List.of((byte) 1, (byte) 2, (byte) 3));
        try (InputStream in = store.open(KEY)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void replacesInOneStepAndLeavesNoTemporaryFile() throws IOException {
        store.put(KEY, new byte[] {1});
        store.put(KEY, new byte[] {2});

        assertThat(Files.readAllBytes(store.find(KEY).orElseThrow())).containsExactly(2);
        assertThat(files()).hasSize(1);
    }

    @Test
    void adoptsAFinishedFile() throws IOException {
        Path temporary = store.newTemporary();
        Files.write(temporary, new byte[] {9});

        store.adopt(temporary, KEY);

        assertThat(temporary).doesNotExist();
        assertThat(Files.readAllBytes(store.find(KEY).orElseThrow())).containsExactly(9);
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(store.find(KEY)).isEmpty();
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void deletesOnceAndAgain() throws IOException {
        store.put(KEY, new byte[] {1});

        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void deletesAFolderWithAllThatIsBelow() throws IOException {
        MediaKey neighbour = new MediaKey("owner-2/job/1/0.jpg");
        store.put(KEY, new byte[] {1});
        store.put(new MediaKey("owner/photos/a.jpg"), new byte[] {2});
        store.put(neighbour, new byte[] {3});

        store.deleteFolder(new MediaKey("owner"));
        store.deleteFolder(new MediaKey("owner"));

        assertThat(files()).hasSize(1);
        assertThat(store.find(neighbour)).isPresent();
    }

    @Test
    void neverFindsAFolder() throws IOException {
        store.put(KEY, new byte[] {1});

        assertThat(store.find(new MediaKey("owner/job"))).isEmpty();
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new FileStore(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private List<Byte> bytes(Path path) {
        try {
            List<Byte> list = new java.util.ArrayList<>();
            for (byte b : Files.readAllBytes(path)) {
                list.add(b);
            }
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
