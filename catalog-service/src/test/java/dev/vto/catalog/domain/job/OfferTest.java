package dev.vto.catalog.domain.job;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Offer OFFER =
            new Offer(Set.of(JobKind.LETTER, JobKind.IMAGE), List.of("standing-neutral", "walking"));

    @Test
    void takesWhatIsOffered() {
        assertThatCode(() -> {
                    OFFER.require(JobKind.IMAGE);
                    OFFER.require(Person.ofPreset("walking"));
                    OFFER.require(Person.ofPhoto(Fixtures.aPhotoOf(Fixtures.aUserId())));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherPresetAndNamesThoseItOffers() {
        assertRejected(() -> OFFER.require(Person.ofPreset("flying")))
                .isImpossible("preset_not_offered")
                .names("person.preset")
                .says("is one of standing-neutral, walking here, not flying");
    }

    @Test
    void refusesAnotherKindAndNamesThoseItOffers() {
        assertRejected(() -> OFFER.require(JobKind.VIDEO))
                .isImpossible("kind_not_offered")
                .says("is one of IMAGE, LETTER here, not VIDEO");
    }

    @Test
    void hasTheDefaultPresetAndAKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Offer(Set.of(JobKind.IMAGE), List.of("walking")))
                .withMessageContaining("vto.presets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Offer(Set.of(), List.of("standing-neutral")))
                .withMessageContaining("vto.kinds");
    }
}
