package dev.vto.worker.application;

import static dev.vto.shared.job.Garment.BOTTOM;
import static dev.vto.shared.job.Garment.ONEPIECE;
import static dev.vto.shared.job.Garment.OUTER;
import static dev.vto.shared.job.Garment.UPPER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainTest {

    @Test
    void putsOneGarmentOnAfterTheOtherFromTheInside() {
        assertThat(Chain.of(List.of(OUTER, UPPER, BOTTOM), Set.of()))
                .containsExactly(Set.of(BOTTOM), Set.of(UPPER), Set.of(OUTER));
    }

    @Test
    void putsAnOutfitOnAtOnce() {
        assertThat(Chain.of(List.of(OUTER, ONEPIECE), Set.of(BOTTOM, UPPER, ONEPIECE, OUTER)))
                .containsExactly(Set.of(ONEPIECE, OUTER));
    }

    @Test
    void joinsOnlyWhatOneCallTakesTogether() {
        assertThat(Chain.of(List.of(OUTER, UPPER, BOTTOM), Set.of(BOTTOM, UPPER)))
                .containsExactly(Set.of(BOTTOM, UPPER), Set.of(OUTER));
    }

    @Test
    void needsNoCallForNothing() {
        assertThat(Chain.of(List.of(), Set.of())).isEmpty();
    }
}
