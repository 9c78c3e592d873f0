package dev.vto.shared.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.PhotoRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobSpecTest {

    private static final PhotoRef PHOTO = new PhotoRef("media:owner/photos/a.jpg");
    private static final Outfit OUTFIT = new Outfit(
            new ProductId(new UUID(1, 1)),
            Map.of(
                    PhotoSlot.OUTER_FRONT, PHOTO,
                    PhotoSlot.BOTTOM_FRONT, PHOTO,
                    PhotoSlot.UPPER_FRONT, PHOTO,
                    PhotoSlot.UPPER_BACK, PHOTO));
    private static final Person PERSON = Person.ofPreset(Person.DEFAULT_PRESET);

    @Test
    void wearsAViewsGarmentsFromTheInsideOut() {
        assertThat(OUTFIT.worn(View.FRONT).keySet()).containsExactly(Garment.BOTTOM, Garment.UPPER, Garment.OUTER);
        assertThat(OUTFIT.worn(View.BACK).keySet()).containsExactly(Garment.UPPER);
    }

    @Test
    void countsEveryPictureOfAJob() {
        assertThat(new ImageSpec(List.of(OUTFIT, OUTFIT), List.of(View.values()), 8, 0, PERSON).images())
                .isEqualTo(32);
    }

    @Test
    void boundsTheImagesOfAJob() {
        List<Outfit> nine = Collections.nCopies(9, OUTFIT);

        assertThat(new ImageSpec(nine.subList(0, 8), List.of(View.FRONT), 8, 0, PERSON).images())
                .isEqualTo(ImageSpec.MAX_IMAGES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSpec(nine, List.of(View.FRONT), 8, 0, PERSON))
                .withMessage("at most 64 images a job, not 72");
    }

    @Test
    void refusesRepeatedViewsAndCountsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSpec(List.of(OUTFIT), List.of(View.BACK, View.BACK), 1, 0, PERSON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSpec(List.of(OUTFIT), List.of(View.BACK), 0, 0, PERSON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSpec(List.of(OUTFIT), List.of(View.BACK), 9, 0, PERSON));
    }

    @Test
    void boundsAVideo() {
        VideoSpec.Source image = new VideoSpec.Source(new ImageId(new UUID(1, 2)), PHOTO, null, false);

        assertThatIllegalArgumentException().isThrownBy(() -> new VideoSpec(null, List.of(), 5, Aspect.PORTRAIT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VideoSpec(null, Collections.nCopies(11, image), 5, Aspect.PORTRAIT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VideoSpec(null, List.of(image), 11, Aspect.PORTRAIT, 0));
    }

    @Test
    void aPersonIsEitherAPresetOrAPhoto() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Person(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Person("standing-neutral", PHOTO));
    }

    @Test
    void writesLettersInKnownLanguagesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterSpec("Spring", List.of(OUTFIT), LetterSpec.Tone.FORMAL, "tlh"))
                .withMessageContaining("[ko, en]");
    }

    @Test
    void namesSlotsAsTheContractDoes() {
        for (PhotoSlot slot : PhotoSlot.values()) {
            assertThat(PhotoSlot.ofWireName(slot.wireName())).contains(slot);
            assertThat(PhotoSlot.of(slot.garment(), slot.view())).isEqualTo(slot);
            assertThat(slot.wireName())
                    .isEqualToIgnoringCase(slot.garment().name() + slot.view().name());
        }
        assertThat(PhotoSlot.ofWireName("UPPERFRONT")).isEmpty();
    }
}
