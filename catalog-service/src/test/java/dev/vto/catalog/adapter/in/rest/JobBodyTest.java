package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.Fixtures.aPhotoOf;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryMediaUrls;
import dev.vto.catalog.application.JobRequest;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import dev.vto.shared.site.SiteRules;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobBodyTest {

    private static final InMemoryMediaUrls URLS = new InMemoryMediaUrls();
    private static final PhotoUrls PHOTO_URLS = new PhotoUrls(URLS, new SiteRules(false, Set.of(), Set.of()));

    @Test
    void asksForOnePictureFromTheFrontByItself() {
        assertThat(read("{\"kind\": \"IMAGE\"}"))
                .isEqualTo(new JobRequest(
                        Optional.empty(),
                        new JobRequest.Pictures(List.of(View.FRONT), 1, Person.ofPreset(Person.DEFAULT_PRESET)),
                        null,
                        5,
                        null,
                        0));
    }

    @Test
    void readsAllThatPicturesMayHave() {
        UUID product = anId();

        assertThat(read(
                        """
                        {"kind": "IMAGE", "productId": "%s", "views": ["BACK", "FRONT"], "count": 8,
                         "person": {"preset": "walking"}, "seed": 9007199254740991, "priority": 9,
                         "usedPointType": "FREE", "usedAmount": 1000000}
                        """
                                .formatted(product)))
                .isEqualTo(new JobRequest(
                        Optional.of(new ProductId(product)),
                        new JobRequest.Pictures(List.of(View.BACK, View.FRONT), 8, Person.ofPreset("walking")),
                        9007199254740991L,
                        9,
                        "FREE",
                        1_000_000));
    }

    @Test
    void findsThePhotoOfAPersonByItsUrl() {
        PhotoRef photo = aPhotoOf(aUserId());

        JobRequest request = read("{\"kind\": \"IMAGE\", \"person\": {\"imageUrl\": \"" + URLS.urlOf(photo) + "\"}}");

        assertThat(((JobRequest.Pictures) request.wish()).person()).isEqualTo(Person.ofPhoto(photo));
    }

    @Test
    void takesThePhotoOfAPersonFromAnotherSite() {
        JobRequest request = read("{\"kind\": \"IMAGE\", \"person\": {\"imageUrl\": \"https://example.com/a.jpg\"}}");

        assertThat(((JobRequest.Pictures) request.wish()).person())
                .isEqualTo(Person.ofPhoto(new PhotoRef("https://example.com/a.jpg")));
    }

    @Test
    void readsAClip() {
        UUID image = anId();

        assertThat(read("{\"kind\": \"VIDEO\"}").wish()).isEqualTo(new JobRequest.Clip(List.of(), 5, Aspect.PORTRAIT));
        assertThat(read("{\"kind\": \"VIDEO\", \"imageIds\": [\"%s\"], \"seconds\": 10, \"aspect\": \"16:9\"}"
                                .formatted(image))
                        .wish())
                .isEqualTo(new JobRequest.Clip(List.of(new ImageId(image)), 10, Aspect.LANDSCAPE));
    }

    @Test
    void readsALetter() {
        assertThat(read("{\"kind\": \"LETTER\"}").wish())
                .isEqualTo(new JobRequest.Words(LetterSpec.Tone.FRIENDLY, null));
        assertThat(read("{\"kind\": \"LETTER\", \"tone\": \"LUXURIOUS\", \"language\": \"en\"}")
                        .wish())
                .isEqualTo(new JobRequest.Words(LetterSpec.Tone.LUXURIOUS, "en"));
    }

    @Test
    void takesNullForAbsent() {
        assertThat(
                        read(
                                "{\"kind\": \"IMAGE\", \"productId\": null, \"views\": null, \"person\": null, \"seed\": null}"))
                .isEqualTo(read("{\"kind\": \"IMAGE\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | kind",
                "'{\"kind\": \"AUDIO\"}' | kind",
                "'{\"kind\": 1}' | kind",
                "'{\"kind\": \"image\"}' | kind",
                "'{\"kind\": \"IMAGE\", \"colour\": 1}' | colour",
                "'{\"kind\": \"IMAGE\", \"tone\": \"FORMAL\"}' | tone",
                "'{\"kind\": \"VIDEO\", \"views\": [\"FRONT\"]}' | views",
                "'{\"kind\": \"LETTER\", \"seconds\": 5}' | seconds",
                "'{\"kind\": \"IMAGE\", \"productId\": \"1\"}' | productId",
                "'{\"kind\": \"IMAGE\", \"productId\": 1}' | productId",
                "'{\"kind\": \"IMAGE\", \"count\": 0}' | count",
                "'{\"kind\": \"IMAGE\", \"count\": 9}' | count",
                "'{\"kind\": \"IMAGE\", \"count\": 1.5}' | count",
                "'{\"kind\": \"IMAGE\", \"count\": \"2\"}' | count",
                "'{\"kind\": \"IMAGE\", \"seed\": -1}' | seed",
                "'{\"kind\": \"IMAGE\", \"seed\": 9007199254740992}' | seed",
                "'{\"kind\": \"IMAGE\", \"seed\": 1e400}' | seed",
                "'{\"kind\": \"IMAGE\", \"priority\": 10}' | priority",
                "'{\"kind\": \"IMAGE\", \"usedAmount\": -1}' | usedAmount",
                "'{\"kind\": \"IMAGE\", \"usedPointType\": \"\"}' | usedPointType",
                "'{\"kind\": \"IMAGE\", \"usedPointType\": \"a\\u0000b\"}' | usedPointType",
                "'{\"kind\": \"IMAGE\", \"usedPointType\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}' | usedPointType",
                "'{\"kind\": \"IMAGE\", \"views\": \"FRONT\"}' | views",
                "'{\"kind\": \"IMAGE\", \"views\": [\"SIDE\"]}' | views[0]",
                "'{\"kind\": \"IMAGE\", \"views\": [\"FRONT\", 7]}' | views[1]",
                "'{\"kind\": \"IMAGE\", \"views\": [\"FRONT\", \"FRONT\"]}' | views",
                "'{\"kind\": \"IMAGE\", \"views\": [\"FRONT\", \"BACK\", \"FRONT\"]}' | views",
                "'{\"kind\": \"IMAGE\", \"person\": \"me\"}' | person",
                "'{\"kind\": \"IMAGE\", \"person\": {}}' | person.preset",
                "'{\"kind\": \"IMAGE\", \"person\": {\"preset\": \"a\", \"name\": \"me\"}}' | person.name",
                "'{\"kind\": \"IMAGE\", \"person\": {\"preset\": \"a\", \"imageUrl\": \"b\"}}' | person.preset",
                "'{\"kind\": \"IMAGE\", \"person\": {\"imageUrl\": \"http://example.com/a.jpg\"}}' | person.imageUrl",
                "'{\"kind\": \"VIDEO\", \"seconds\": 0}' | seconds",
                "'{\"kind\": \"VIDEO\", \"seconds\": 11}' | seconds",
                "'{\"kind\": \"VIDEO\", \"aspect\": \"4:3\"}' | aspect",
                "'{\"kind\": \"VIDEO\", \"imageIds\": [\"1\"]}' | imageIds[0]",
                "'{\"kind\": \"VIDEO\", \"imageIds\": {}}' | imageIds",
                "'{\"kind\": \"LETTER\", \"tone\": \"RUDE\"}' | tone",
                "'{\"kind\": \"LETTER\", \"language\": \"fr\"}' | language"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRejected(() -> read(body))
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names(field);
    }

    @Test
    void takesTenImagesForAVideo() {
        String ids = String.join(", ", Collections.nCopies(11, "\"" + anId() + "\""));

        assertRejected(() -> read("{\"kind\": \"VIDEO\", \"imageIds\": [" + ids + "]}"))
                .names("imageIds")
                .says("has at most 10 items");
    }

    private static JobRequest read(String body) {
        return JobBody.read(body, PHOTO_URLS);
    }
}
