package dev.vto.catalog.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignedUrlsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final MediaKey KEY = new MediaKey("owner/photos/a.jpg");
    private static final long EXPIRES = Instant.parse("2026-11-26T00:00:00Z").getEpochSecond();

    private final SignedUrls urls = at("2026-11-24T23:59:59Z");

    @Test
    void staysTheSameForADayAndThenExpires() {
        String url = urls.urlOf(PhotoRef.stored(KEY));

        assertThat(url).isEqualTo(at("2026-11-24T00:00:00Z").urlOf(PhotoRef.stored(KEY)));
        assertThat(url).contains("exp=" + EXPIRES);
        assertThat(at("2026-11-25T23:59:59Z").isValid(KEY, EXPIRES, signature(url)))
                .isTrue();
        assertThat(at("2026-11-26T00:00:00Z").isValid(KEY, EXPIRES, signature(url)))
                .isFalse();
    }

    @Test
    void signsKeyAndTimeWithTheSecret() {
        String signature = signature(urls.urlOf(PhotoRef.stored(KEY)));

        assertThat(urls.isValid(new MediaKey("owner/photos/b.jpg"), EXPIRES, signature))
                .isFalse();
        assertThat(urls.isValid(KEY, EXPIRES + 1, signature)).isFalse();
        assertThat(urls.isValid(KEY, EXPIRES, signature + "A")).isFalse();
        assertThat(urls.isValid(KEY, EXPIRES, "")).isFalse();
        SignedUrls others = new SignedUrls(SECRET.replace('0', '1'), "", Clock.systemUTC());
        assertThat(others.isValid(KEY, EXPIRES, signature)).isFalse();
    }

    @Test
    void leavesUrlsOfOthersAlone() {
        assertThat(urls.urlOf(new PhotoRef("https://example.com/a.jpg"))).isEqualTo("https://example.com/a.jpg");
    }

    @Test
    void knowsItsOwnUrlsAgain() {
        assertThat(urls.keyOf(urls.urlOf(PhotoRef.stored(KEY)))).contains(KEY);
        assertThat(urls.keyOf("/v1/media/owner/photos/a.jpg")).contains(KEY);
        assertThat(urls.keyOf("https://example.com/v1/media/owner/photos/a.jpg"))
                .isEmpty();
        assertThat(urls.keyOf("/v1/media/../secrets")).isEmpty();
        assertThat(urls.keyOf("/v1/media/%2e%2e/secrets")).isEmpty();
        assertThat(urls.keyOf("not a url")).isEmpty();
    }

    @Test
    void isAbsoluteWhereThePublicUrlIsKnown() {
        SignedUrls absolute = new SignedUrls(SECRET, "https://studio.example.com/", Clock.systemUTC());

        String url = absolute.urlOf(PhotoRef.stored(KEY));
        assertThat(url).startsWith("https://studio.example.com/v1/media/owner/photos/a.jpg?exp=");
        assertThat(absolute.keyOf(url)).contains(KEY);
    }

    @Test
    void refusesAShortSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignedUrls("short", "", Clock.systemUTC()))
                .withMessage("vto.media-secret has at least 32 characters, not 5");
    }

    private static SignedUrls at(String now) {
        return new SignedUrls(SECRET, "", Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static String signature(String url) {
        return url.substring(url.indexOf("sig=") + 4);
    }
}
