package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos in, results out, wherever they are kept. */
public abstract class MediaStoreContract {

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");
    private static final MediaKey OTHER = new MediaKey("owner/job/2/0.jpg");

    @TempDir
    Path run;

    private MediaStore store;

    protected abstract MediaStore emptyStore() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = emptyStore();
    }

    @Test
    void bringsBackWhatWasStored() throws IOException {
        store(KEY, 1, 2, 3);

        assertThat(fetched(KEY)).containsExactly(1, 2, 3);
    }

    @Test
    void takesTheLocalFileAway() throws IOException {
        Path file = local(1);

        get(store.store(file, KEY));

        assertThat(file).doesNotExist();
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        store(KEY, 1);
        store(KEY, 2);

        assertThat(fetched(KEY)).containsExactly(2);
    }

    @Test
    void storesNothingOfAFileThatIsNotThere() {
        assertThatThrownBy(() -> get(store.store(run.resolve("none.jpg"), KEY)))
                .isInstanceOf(UncheckedIOException.class);

        assertInvalid(PhotoRef.stored(KEY));
    }

    @Test
    void copiesAStoredFileAndKeepsIt() throws IOException {
        store(KEY, 1, 2);

        get(store.copy(KEY, OTHER));

        assertThat(fetched(KEY)).containsExactly(1, 2);
        assertThat(fetched(OTHER)).containsExactly(1, 2);
    }

    @Test
    void failsToCopyWhatIsNotThere() {
        assertThatThrownBy(() -> get(store.copy(KEY, OTHER))).isInstanceOf(RuntimeException.class);

        assertInvalid(PhotoRef.stored(OTHER));
    }

    @Test
    void removesWhatItIsToldAndNothingElse() throws IOException {
        store(KEY, 1);
        store(OTHER, 2);

        get(store.remove(List.of(KEY)));

        assertInvalid(PhotoRef.stored(KEY));
        assertThat(fetched(OTHER)).containsExactly(2);
    }

    @Test
    void removesAFolderAndNothingBesideIt() throws IOException {
        MediaKey beside = new MediaKey("owner/job/11/0.jpg");
        store(KEY, 1);
        store(OTHER, 2);
        store(beside, 3);

        get(store.removeFolder(new MediaKey("owner/job/1")));
        get(store.removeFolder(new MediaKey("owner/job/3")));

        assertInvalid(PhotoRef.stored(KEY));
        assertThat(fetched(OTHER)).containsExactly(2);
        assertThat(fetched(beside)).containsExactly(3);
    }

    @Test
    void takesNoOffenceAtRemovingWhatIsNotThere() throws IOException {
        store(OTHER, 2);

        get(store.remove(List.of(KEY, OTHER)));

        assertInvalid(PhotoRef.stored(OTHER));
    }

    @Test
    void refusesAPhotoOfASiteThatIsNotPublic() {
        assertInvalid(new PhotoRef("https://localhost/shirt.jpg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.jpg",
                "owner/../../out.jpg",
                "/etc/passwd",
                "owner//x",
                "owner/.",
                ".incoming/x",
                "a\\..\\b"
            })
    void givesNoKeyAWayOutOfTheStore(String key) throws IOException {
        Path file = local(1);

        assertThatThrownBy(() -> get(store.store(file, new MediaKey(key))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> get(store.fetch(new PhotoRef("media:" + key), () -> run)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).exists();
    }

    private void store(MediaKey key, int... bytes) throws IOException {
        get(store.store(local(bytes), key));
    }

    private Path local(int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(Files.createTempFile(run, "made", ".jpg"), content);
    }

    private byte[] fetched(MediaKey key) throws IOException {
        return Files.readAllBytes(get(store.fetch(PhotoRef.stored(key), () -> run)));
    }

    private void assertInvalid(PhotoRef photo) {
        assertThatThrownBy(() -> get(store.fetch(photo, () -> run)))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.code())
                        .isEqualTo(FailureCode.INVALID_INPUT));
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
