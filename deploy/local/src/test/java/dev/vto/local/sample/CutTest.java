package dev.vto.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CutTest {

    private static final String STRIP = "M 100 100 L 200 100 L 200 900 L 100 900 Z";

    @Test
    void backIsTheMirrorImageOfTheFront() {
        double left = Cut.front(5).shape(STRIP).getBounds2D().getMinX();
        double right = Cut.back(5).shape(STRIP, Cut.LEFT).getBounds2D().getMaxX();

        assertThat(right).isCloseTo(Studio.WIDTH - left, within(1e-9));
    }

    @Test
    void sidesAreNotQuiteAlike() {
        Cut cut = Cut.front(5);
        double left = cut.shape(STRIP, Cut.LEFT).getBounds2D().getMaxX();
        double right = cut.shape(STRIP, Cut.RIGHT).getBounds2D().getMinX();

        assertThat(Studio.WIDTH - left - right).isNotCloseTo(0, within(0.5));
    }

    @Test
    void namesTheCommandItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cut.front(5).shape("M 0 0 H 9"))
                .withMessageContaining("not H");
    }
}
