package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarpTest {

    private static final Offset<Double> NEARLY = within(0.01);

    @Test
    void leavesWhatIsWhereItShallBe() {
        List<Point> points = List.of(new Point(100, 100), new Point(700, 200), new Point(300, 900));
        Layer picture = Layer.of(new Rectangle(200, 300, 64, 80), Color.RED);

        Layer same = new Warp(points, points).apply(picture);

        assertThat(same.pixels()).isEqualTo(picture.pixels());
    }

    @Test
    void bringsEachPointToItsPlace() {
        List<Point> from = List.of(new Point(100, 100), new Point(700, 200), new Point(300, 900), new Point(500, 500));
        List<Point> to = List.of(new Point(150, 90), new Point(620, 260), new Point(350, 800), new Point(520, 470));
        Warp warp = new Warp(from, to);

        for (int i = 0; i < from.size(); i++) {
            Point origin =
                    warp.origin(new Point(to.get(i).x() + 0.001, to.get(i).y()));
            assertThat(origin.distance(from.get(i))).as("point " + i).isLessThan(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "10, 1500", "900, 40"})
    void turnsEnlargesAndMovesAllAlikeWhereThePointsSaySo(double x, double y) {
        List<Point> from = List.of(new Point(200, 200), new Point(400, 200), new Point(300, 500));
        List<Point> to = from.stream()
                .map(point -> new Point(-2 * point.y() + 700, 2 * point.x() + 60))
                .toList();

        Point origin = new Warp(from, to).origin(new Point(x, y));

        assertThat(origin.x()).isCloseTo((y - 60) / 2, NEARLY);
        assertThat(origin.y()).isCloseTo((700 - x) / 2, NEARLY);
    }

    @Test
    void movesAPicture() {
        Warp right = new Warp(
                List.of(new Point(100, 100), new Point(500, 900)), List.of(new Point(180, 100), new Point(580, 900)));

        Layer moved = right.apply(Layer.of(new Rectangle(200, 300, 60, 80), Color.RED));

        assertThat(moved.alpha(281, 340)).isEqualTo(255);
        assertThat(moved.alpha(338, 340)).isEqualTo(255);
        assertThat(moved.alpha(278, 340)).isZero();
        assertThat(moved.alpha(341, 340)).isZero();
    }

    @Test
    void takesAsManyPointsAsItGives() {
        Point point = new Point(1, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Warp(List.of(point, point), List.of(point)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Warp(List.of(point), List.of(point)));
    }
}
