package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.MediaFiles.StoredFile;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MediaFiles} does. */
public abstract class MediaFilesContract {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final UserId owner = aUserId();
    private final MediaKey photo = new MediaKey(owner + "/photos/" + anId() + ".jpg");
    private final MediaKey result = new MediaKey(owner + "/" + anId() + "/1/0.jpg");
    private final MediaKey foreign = new MediaKey(aUserId() + "/photos/" + anId() + ".jpg");

    protected abstract MediaFiles files();

    /** Stores one byte. */
    protected abstract void store(MediaKey key);

    protected abstract boolean has(MediaKey key);

    @BeforeEach
    void begin() {
        store(photo);
        store(result);
        store(foreign);
    }

    @Test
    void removesTheNamedFilesAlone() {
        files().remove(Set.of(photo, foreign)).await().atMost(LIMIT);

        assertThat(has(photo)).isFalse();
        assertThat(has(foreign)).isFalse();
        assertThat(has(result)).isTrue();
    }

    @Test
    void takesWhatIsNotThereForRemoved() {
        files().remove(Set.of(photo)).await().atMost(LIMIT);

        files().remove(Set.of(photo)).await().atMost(LIMIT);
        files().removeAllOf(aUserId()).await().atMost(LIMIT);

        assertThat(has(result)).isTrue();
    }

    @Test
    void removesEveryFileOfAUserAndNoOthers() {
        files().removeAllOf(owner).await().atMost(LIMIT);

        assertThat(has(photo)).isFalse();
        assertThat(has(result)).isFalse();
        assertThat(has(foreign)).isTrue();
    }

    @Test
    void listsEveryFileOncePageByPage() {
        List<StoredFile> listed = new ArrayList<>();
        List<StoredFile> page = list(Optional.empty());
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = list(Optional.of(page.get(page.size() - 1).key()));
        }

        assertThat(listed).extracting(StoredFile::key).containsExactlyInAnyOrder(photo, result, foreign);
        assertThat(listed).allMatch(file -> file.bytes() == 1);
    }

    @Test
    void goesOnListingAfterAFileThatIsGone() {
        MediaKey first = list(Optional.empty()).get(0).key();
        files().remove(Set.of(first)).await().atMost(LIMIT);

        assertThat(list(Optional.of(first))).hasSize(2);
    }

    private List<StoredFile> list(Optional<MediaKey> after) {
        return files().list(after, 2).await().atMost(LIMIT);
    }
}
