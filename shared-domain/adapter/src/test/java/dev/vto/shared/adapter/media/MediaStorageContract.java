package dev.vto.shared.adapter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.adapter.media.MediaStorage.Listed;
import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link MediaStorage} does. */
public abstract class MediaStorageContract {

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");

    @TempDir
    Path local;

    private MediaStorage storage;

    protected abstract MediaStorage emptyStorage() throws IOException;

    @BeforeEach
    void open() throws IOException {
        storage = emptyStorage();
    }

    @Test
    void givesBackWhatWasStored() throws IOException {
        put(KEY, 1, 2, 3);

        assertThat(fetched(KEY)).containsExactly(1, 2, 3);
        MediaFinder.Found found = storage.find(KEY).orElseThrow();
        assertThat(found.bytes()).isEqualTo(3);
        try (InputStream in = found.source().toURL().openStream()) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void takesTheLocalFileAway() throws IOException {
        Path file = file(1);

        storage.put(file, KEY);

        assertThat(file).doesNotExist();
    }

    @Test
    void storesLargeFilesWhole() throws IOException {
        byte[] bytes = new byte[12 * 1024 * 1024];
        new Random(42).nextBytes(bytes);

        storage.put(Files.write(local.resolve("large"), bytes), KEY);

        assertThat(fetched(KEY)).isEqualTo(bytes);
    }

    @Test
    void storesEmptyFiles() throws IOException {
        put(KEY);

        assertThat(fetched(KEY)).isEmpty();
        assertThat(storage.find(KEY)).get().extracting(MediaFinder.Found::bytes).isEqualTo(0L);
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        put(KEY, 1);
        put(KEY, 2);

        assertThat(fetched(KEY)).containsExactly(2);
        assertThat(storage.list(null, 10)).hasSize(1);
    }

    @Test
    void storesNothingOfAFileThatIsNotThere() throws IOException {
        assertThatThrownBy(() -> storage.put(local.resolve("none"), KEY)).isInstanceOf(NoSuchFileException.class);

        assertThat(storage.find(KEY)).isEmpty();
    }

    @Test
    void copiesAFileAndKeepsIt() throws IOException {
        MediaKey copy = new MediaKey("owner/job/2/0.jpg");
        put(KEY, 1, 2, 3);

        storage.copy(KEY, copy);

        assertThat(fetched(copy)).containsExactly(1, 2, 3);
        assertThat(fetched(KEY)).containsExactly(1, 2, 3);
    }

    @Test
    void copiesNothingOfAFileThatIsNotThere() throws IOException {
        assertThatThrownBy(() -> storage.copy(KEY, new MediaKey("owner/job/2/0.jpg")))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(storage.list(null, 10)).isEmpty();
    }

    @Test
    void knowsWhatIsNotThere() throws IOException {
        put(KEY, 1);

        for (String other : List.of("owner/job/1/1.jpg", "owner/job/1", "owner/job/1/0.jp", "none")) {
            assertThat(storage.find(new MediaKey(other))).isEmpty();
            assertThat(storage.fetch(new MediaKey(other), () -> local)).isEmpty();
        }
    }

    @Test
    void deletesWhatItIsToldAndNothingElse() throws IOException {
        MediaKey other = new MediaKey("owner/job/2/0.jpg");
        put(KEY, 1);
        put(other, 2);

        storage.delete(List.of(KEY, new MediaKey("none")));
        storage.delete(List.of(KEY));
        storage.delete(List.of());

        assertThat(keys()).containsExactly(other.value());
    }

    @Test
    void deletesAFolderAndNothingBesideIt() throws IOException {
        put(KEY, 1);
        put(new MediaKey("owner/photos/a.jpg"), 2);
        put(new MediaKey("owner-2/job/1/0.jpg"), 3);
        put(new MediaKey("owner.jpg"), 4);

        storage.deleteFolder(new MediaKey("owner"));
        storage.deleteFolder(new MediaKey("owner"));

        assertThat(keys()).containsExactlyInAnyOrder("owner-2/job/1/0.jpg", "owner.jpg");
    }

    @Test
    void listsEveryFileOncePageByPage() throws IOException {
        List<String> stored = List.of(
                "a.jpg",
                "a/b/c.jpg",
                "a/b-c.jpg",
                "a/b.jpg",
                "a/b/d.jpg",
                "a-b/c.jpg",
                "a0/c.jpg",
                "A/z.jpg",
                "b/1/2/3.jpg");
        for (String key : stored) {
            put(new MediaKey(key), 1, 2);
        }

        for (int page = 1; page <= stored.size() + 1; page++) {
            assertThat(keys(page)).containsExactlyInAnyOrderElementsOf(stored);
        }
    }

    @Test
    void goesOnListingAfterAFileThatIsGone() throws IOException {
        for (String key : List.of("a/1.jpg", "a/2.jpg", "a/3.jpg", "b/1.jpg")) {
            put(new MediaKey(key), 1);
        }
        storage.deleteFolder(new MediaKey("a"));

        assertThat(storage.list(new MediaKey("a/2.jpg"), 10))
                .extracting(file -> file.key().value())
                .containsExactly("b/1.jpg");
    }

    @Test
    void tellsSizeAndTimeOfWhatItLists() throws IOException {
        Instant before = Instant.now().minus(Duration.ofMinutes(1));
        put(KEY, 1, 2, 3);

        Listed listed = storage.list(null, 10).get(0);

        assertThat(listed.bytes()).isEqualTo(3);
        assertThat(listed.modified()).isBetween(before, Instant.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void listsNothingWhereNothingIs() throws IOException {
        assertThat(storage.list(null, 10)).isEmpty();
        assertThat(storage.list(KEY, 10)).isEmpty();
    }

    @Test
    void leavesFilesAloneWhenItRemovesWhatIsUnfinished() throws IOException {
        put(KEY, 1);

        storage.deleteUnfinished(Instant.now().plus(Duration.ofDays(1)));

        assertThat(fetched(KEY)).containsExactly(1);
    }

    private void put(MediaKey key, int... bytes) throws IOException {
        storage.put(file(bytes), key);
    }

    private Path file(int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(Files.createTempFile(local, "made", ".jpg"), content);
    }

    private byte[] fetched(MediaKey key) throws IOException {
        return Files.readAllBytes(storage.fetch(key, () -> local).orElseThrow());
    }

    private List<String> keys() throws IOException {
        return keys(100);
    }

    private List<String> keys(int page) throws IOException {
        List<String> keys = new ArrayList<>();
        List<Listed> listed = storage.list(null, page);
        while (!listed.isEmpty()) {
            listed.forEach(file -> keys.add(file.key().value()));
            MediaKey last = listed.get(listed.size() - 1).key();
            listed = listed.size() < page ? List.of() : storage.list(last, page);
        }
        return keys;
    }
}
