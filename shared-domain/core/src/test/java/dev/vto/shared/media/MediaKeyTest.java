package dev.vto.shared.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "owner/job/1/0.jpg", "o/photos/x_y-z.tar.gz", "a/b/c/d/e/f/g/h", "-", "Zz09_-.Az"})
    void takesRelativeNames(String key) {
        assertThat(new MediaKey(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                "..",
                "../a",
                "a/../b",
                "a/./b",
                ".incoming/x",
                "a/.b",
                "a.",
                "a..b",
                "a/b.",
                "@",
                "[",
                "a:b",
                "a\\b",
                "a b",
                "a%2e%2e",
                "a\u0000b",
                "C:a",
                "a\n",
                "é",
                "a/b/c/d/e/f/g/h/i"
            })
    void refusesWhateverCouldLeaveItsFolder(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MediaKey(key));
    }

    @Test
    void boundsItsLength() {
        assertThat(new MediaKey("a".repeat(MediaKey.MAX_LENGTH)).value()).hasSize(MediaKey.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> new MediaKey("a".repeat(MediaKey.MAX_LENGTH + 1)));
    }

    @Test
    void belongsToItsFirstSegment() {
        assertThat(new MediaKey("owner/job/1/0.jpg").owner()).isEqualTo("owner");
    }

    @Test
    void aPhotoIsAStoredFileOrAUrl() {
        assertThat(new PhotoRef("media:a/b.jpg").key()).contains(new MediaKey("a/b.jpg"));
        assertThat(new PhotoRef("https://example.com/b.jpg").key()).isEmpty();
        assertThat(PhotoRef.stored(new MediaKey("a/b.jpg")).value()).isEqualTo("media:a/b.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"media:../a", "ftp://example.com/a", "file:///etc/passwd", "a/b.jpg", "https:///a", "::"})
    void aPhotoIsNothingElse(String reference) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhotoRef(reference));
    }
}
