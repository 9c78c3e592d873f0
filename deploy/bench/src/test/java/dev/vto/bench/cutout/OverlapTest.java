package dev.vto.bench.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final int SIZE = 40;

    @Test
    void isOneOfTheSameMask() {
        assertThat(Overlap.of(square(10, 30), square(10, 30))).isEqualTo(new Overlap(1, 1));
    }

    @Test
    void isNothingWhereNothingWasFound() {
        assertThat(Overlap.of(square(0, 0), square(10, 30))).isEqualTo(new Overlap(0, 0));
    }

    @Test
    void dividesWhatBothHaveByWhatEitherHas() {
        Overlap overlap = Overlap.of(square(10, 20), square(10, 30));

        assertThat(overlap.whole()).isEqualTo(100.0 / 400);
        assertThat(overlap.clear()).isEqualTo(64.0 / 256);
    }

    @Test
    void forgivesTwoPixelsAtTheEdgeAndNoMore() {
        Mask drawn = square(10, 30);

        assertThat(Overlap.of(rows(8, 32), drawn).clear()).isEqualTo(1);
        assertThat(Overlap.of(rows(12, 28), drawn).clear()).isEqualTo(1);
        assertThat(Overlap.of(rows(7, 33), drawn).clear()).isLessThan(1);
        assertThat(Overlap.of(rows(13, 27), drawn).clear()).isLessThan(1);
    }

    /** Garment from one column and row to another, the last not included. */
    private static Mask square(int from, int to) {
        return rectangle(from, to, from, to);
    }

    /** As wide as the drawn square, from one row to another. */
    private static Mask rows(int from, int to) {
        return rectangle(10, 30, from, to);
    }

    private static Mask rectangle(int left, int right, int top, int bottom) {
        BitSet garment = new BitSet();
        for (int y = top; y < bottom; y++) {
            garment.set(y * SIZE + left, y * SIZE + right);
        }
        return new Mask(SIZE, SIZE, garment);
    }
}
