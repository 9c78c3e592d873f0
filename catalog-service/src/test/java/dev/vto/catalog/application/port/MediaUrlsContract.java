package dev.vto.catalog.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MediaUrls} does. */
public abstract class MediaUrlsContract {

    private static final PhotoRef STORED = Fixtures.aPhotoOf(Fixtures.aUserId());

    protected abstract MediaUrls urls();

    @Test
    void knowsItsOwnUrlsAgain() {
        assertThat(urls().keyOf(urls().urlOf(STORED))).isEqualTo(STORED.key());
    }

    @Test
    void hidesHowPhotosAreReferredTo() {
        assertThat(urls().urlOf(STORED)).isNotEqualTo(STORED.value());
    }

    @Test
    void leavesUrlsOfOthersAlone() {
        PhotoRef others = Fixtures.aPhotoFor(PhotoSlot.UPPER_FRONT);

        assertThat(urls().urlOf(others)).isEqualTo(others.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a url", "https://example.com/a.jpg", "media:a/photos/b.jpg", "https://[", "%"})
    void findsNoKeyInAnythingElse(String text) {
        assertThat(urls().keyOf(text)).isEmpty();
    }
}
