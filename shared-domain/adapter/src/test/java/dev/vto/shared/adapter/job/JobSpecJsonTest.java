package dev.vto.shared.adapter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobSpecJsonTest {

    private static final ProductId PRODUCT = new ProductId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    private static final Outfit OUTFIT = new Outfit(
            PRODUCT,
            Map.of(
                    PhotoSlot.UPPER_FRONT, new PhotoRef("media:u/photos/a.jpg"),
                    PhotoSlot.BOTTOM_BACK, new PhotoRef("https://example.com/b.png")));

    static List<JobSpec> specs() {
        return List.of(
                new ImageSpec(List.of(OUTFIT), List.of(View.FRONT, View.BACK), 2, 42, Person.ofPreset("standing-warm")),
                new ImageSpec(
                        List.of(OUTFIT),
                        List.of(View.BACK),
                        1,
                        Long.MIN_VALUE,
                        Person.ofPhoto(new PhotoRef("media:u/p.jpg"))),
                new VideoSpec(
                        PRODUCT,
                        List.of(
                                new VideoSpec.Source(
                                        new ImageId(PRODUCT.value()),
                                        new PhotoRef("media:u/j/1/0.jpg"),
                                        View.FRONT,
                                        true),
                                new VideoSpec.Source(
                                        new ImageId(PRODUCT.value()), new PhotoRef("media:u/j/1/1.jpg"), null, false)),
                        5,
                        Aspect.SQUARE,
                        7),
                new VideoSpec(
                        null,
                        List.of(new VideoSpec.Source(
                                new ImageId(PRODUCT.value()), new PhotoRef("media:u/x.jpg"), View.BACK, false)),
                        1,
                        Aspect.PORTRAIT,
                        0),
                new LetterSpec("여름 \"셔츠\"", List.of(OUTFIT), LetterSpec.Tone.PLAYFUL, "ko"));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void readsBackWhatItWrote(JobSpec spec) {
        assertThat(JobSpecJson.read(spec.kind(), JobSpecJson.write(spec))).isEqualTo(spec);
    }

    @Test
    void writesTheFormThatTheOtherServiceReads() {
        assertThat(JobSpecJson.write(specs().get(0)))
                .isEqualTo("{\"outfits\":[{\"productId\":\"01890000-0000-7000-8000-000000000001\",\"photos\":"
                        + "{\"upperFront\":\"media:u/photos/a.jpg\",\"bottomBack\":\"https://example.com/b.png\"}}],"
                        + "\"views\":[\"FRONT\",\"BACK\"],\"count\":2,\"seed\":42,"
                        + "\"person\":{\"preset\":\"standing-warm\"}}");
    }

    @Test
    void ignoresFieldsAndSlotsOfANewerWriter() {
        String newer = JobSpecJson.write(specs().get(0))
                .replace("\"photos\":{", "\"photos\":{\"shoesFront\":\"media:u/s.jpg\",")
                .replace("\"count\"", "\"style\":{\"a\":1},\"count\"");

        assertThat(JobSpecJson.read(JobKind.IMAGE, newer)).isEqualTo(specs().get(0));
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> JobSpecJson.read(JobKind.VIDEO, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the spec has no aspect");
        assertThatThrownBy(() -> JobSpecJson.read(JobKind.LETTER, "not json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the spec is not JSON");
    }
}
