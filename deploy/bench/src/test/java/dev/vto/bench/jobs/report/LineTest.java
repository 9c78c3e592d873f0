package dev.vto.bench.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vto.bench.jobs.report.Line.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void goesThroughPointsThatLieOnOne() {
        Line line = Line.through(List.of(new Point(0, 5), new Point(1, 7), new Point(3, 11)));

        assertThat(line.slope()).isEqualTo(2, within(1e-12));
        assertThat(line.margin()).isEqualTo(0, within(1e-12));
        assertThat(line.rises()).isTrue();
    }

    /** Anscombe's first set: slope 0.500, standard error 0.118. */
    @Test
    void tellsHowSureItIs() {
        Line line = Line.through(List.of(
                new Point(10, 8.04),
                new Point(8, 6.95),
                new Point(13, 7.58),
                new Point(9, 8.81),
                new Point(11, 8.33),
                new Point(14, 9.96),
                new Point(6, 7.24),
                new Point(4, 4.26),
                new Point(12, 10.84),
                new Point(7, 4.82),
                new Point(5, 5.68)));

        assertThat(line.slope()).isEqualTo(0.5001, within(5e-5));
        assertThat(line.error()).isEqualTo(0.1179, within(5e-5));
        assertThat(line.rises()).isTrue();
    }

    @Test
    void doesNotSurelyRiseWithinItsError() {
        assertThat(Line.through(List.of(new Point(0, 1), new Point(1, 3), new Point(2, 0), new Point(3, 3)))
                        .rises())
                .isFalse();
        assertThat(Line.through(List.of(new Point(0, 3), new Point(1, 2), new Point(2, 1)))
                        .rises())
                .isFalse();
    }

    @Test
    void isNotSureOfTwoPoints() {
        Line line = Line.through(List.of(new Point(0, 0), new Point(1, 1)));

        assertThat(line.slope()).isEqualTo(1);
        assertThat(line.error()).isNaN();
        assertThat(line.rises()).isFalse();
    }

    @Test
    void needsPointsBesideEachOther() {
        assertThatThrownBy(() -> Line.through(List.of(new Point(1, 1), new Point(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 points at one place");
    }
}
