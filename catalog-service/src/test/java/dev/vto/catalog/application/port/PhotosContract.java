package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Photos} does. */
public abstract class PhotosContract {

    private static final UserId SELLER = Fixtures.aUserId();

    @TempDir
    Path folder;

    protected abstract Photos photos();

    /** The bytes that are stored under the key. */
    protected abstract Optional<byte[]> stored(MediaKey key) throws IOException;

    @Test
    void storesAPhotoUnderItsOwner() throws IOException {
        byte[] jpeg = Pictures.jpeg();

        MediaKey key = store(jpeg);

        assertThat(key.owner()).isEqualTo(SELLER.toString());
        assertThat(key.value()).endsWith(".jpg");
        assertThat(stored(key)).hasValue(jpeg);
    }

    @Test
    void namesTheFileByWhatItIs() throws IOException {
        assertThat(store(Pictures.png()).value()).endsWith(".png");
        assertThat(store(Pictures.webp()).value()).endsWith(".webp");
    }

    @Test
    void storesTheSamePhotoTwiceUnderTwoKeys() throws IOException {
        assertThat(store(Pictures.jpeg())).isNotEqualTo(store(Pictures.jpeg()));
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertRejected(() -> store("hello".getBytes())).as(Rejected.Reason.UNSUPPORTED, "not_an_image");
    }

    @Test
    void refusesWhatHasTooManyBytes() {
        assertRejected(() -> store(Pictures.padded(Pictures.jpeg(), PhotoLimits.MAX_BYTES + 1)))
                .as(Rejected.Reason.TOO_LARGE, "too_large");
    }

    private MediaKey store(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "sent", ".gif"), bytes);
        return photos().store(SELLER, file).await().atMost(Duration.ofSeconds(10));
    }
}
