package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryMediaUrls;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.media.PhotoRef;
import dev.vto.shared.site.SiteRules;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoUrlsTest {

    private static final InMemoryMediaUrls OURS = new InMemoryMediaUrls();

    private final PhotoUrls any = new PhotoUrls(OURS, new SiteRules(false, Set.of(), Set.of()));
    private final PhotoUrls some =
            new PhotoUrls(OURS, new SiteRules(false, Set.of("*.shop.example", "cdn.example.com"), Set.of()));

    @Test
    void knowsOurOwnUrlsAgain() {
        PhotoRef stored = Fixtures.aPhotoOf(Fixtures.aUserId());

        assertThat(any.read(OURS.urlOf(stored))).contains(stored);
        assertThat(some.read(OURS.urlOf(stored))).contains(stored);
    }

    @Test
    void keepsUrlsOfOthersAsTheyAre() {
        assertThat(any.read("https://Shop.example/a.jpg?size=2"))
                .contains(new PhotoRef("https://Shop.example/a.jpg?size=2"));
        assertThat(any.allowed()).isEqualTo("is an https URL, or one of our own media URLs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://shop.example/a.jpg", "https://a:b@shop.example/", "https://", "https://[", "a b"})
    void takesNothingElse(String url) {
        assertThat(any.read(url)).isEmpty();
    }

    @Test
    void takesOnlySitesThatAreAllowed() {
        assertThat(some.read("https://img.shop.example/a.jpg")).isPresent();
        assertThat(some.read("https://other.example/a.jpg")).isEmpty();
        assertThat(some.allowed())
                .isEqualTo("is an https URL of *.shop.example, cdn.example.com, or one of our own media URLs");
    }
}
