package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimbTest {

    private final Limb arm = new Limb(new Point(300, 400), new Point(300, 800), List.of(30.0, 20.0, 10.0));

    @Test
    void isCoveredDownToWhereTheSleeveEnds() {
        assertThat(arm.coveredTo(sleeve(260, 380, 80, 221))).isCloseTo(0.5, within(0.02));
    }

    @Test
    void isCoveredWhereOnlyItsEndIs() {
        assertThat(arm.coveredTo(sleeve(260, 700, 80, 200))).isEqualTo(1);
    }

    @Test
    void isNotCoveredByWhatIsMuchNarrower() {
        assertThat(arm.coveredTo(sleeve(297, 380, 6, 300))).isZero();
    }

    @Test
    void isNotCoveredByWhatHangsBesideIt() {
        assertThat(arm.coveredTo(sleeve(340, 380, 80, 300))).isZero();
        assertThat(arm.coveredTo(Layer.transparent())).isZero();
    }

    @Test
    void endsOutsideThePictureUncovered() {
        Limb out = new Limb(new Point(10, 400), new Point(-200, 600), List.of(30.0, 20.0));

        assertThat(out.coveredTo(sleeve(0, 300, 60, 400))).isLessThan(0.1);
    }

    @Test
    void isOutlinedFromWhereItBegins() {
        Rectangle2D whole = box(arm.outline(0));
        Rectangle2D lower = box(arm.outline(0.5));

        assertThat(whole.getMinY()).isCloseTo(400, within(12.0));
        assertThat(whole.getWidth()).isCloseTo(60, within(10.0));
        assertThat(lower.getMinY()).isCloseTo(600, within(12.0));
        assertThat(lower.getMaxY()).isCloseTo(800, within(12.0));
        assertThat(lower.getWidth()).isCloseTo(40, within(10.0));
    }

    @Test
    void isAnchoredInTheMiddleOfASleeve() {
        List<Point> anchors = arm.anchors(1, sleeve(290, 380, 40, 500), 1);

        assertThat(anchors.get(0)).isEqualTo(arm.from());
        assertThat(anchors.get(anchors.size() - 2).x()).isCloseTo(310, within(2.0));
        assertThat(anchors.get(anchors.size() - 1).x()).as("10 beside it").isCloseTo(320, within(2.0));
    }

    @Test
    void isAnchoredAtItsBoneWhereTheSleeveIsTheBodyToo() {
        List<Point> anchors = arm.anchors(1, sleeve(260, 380, 600, 500), -1);

        assertThat(anchors.get(anchors.size() - 2).x()).isCloseTo(300, within(0.01));
        assertThat(anchors.get(anchors.size() - 1).x()).isCloseTo(290, within(0.01));
    }

    @Test
    void isAnchoredAsFarAsTheSleeveGoes() {
        int all = 1 + 2 * Anchors.ALONG.size();

        assertThat(arm.anchors(1, Layer.transparent(), 1)).hasSize(all);
        assertThat(arm.anchors(0.2, Layer.transparent(), 1)).hasSizeLessThan(all);
        assertThat(arm.anchors(0, Layer.transparent(), 1))
                .as("it has one, however short")
                .hasSize(3);
    }

    private static Rectangle2D box(Shape shape) {
        return new Area(shape).getBounds2D();
    }

    private static Layer sleeve(int x, int y, int width, int height) {
        return Layer.of(new Rectangle(x, y, width, height), Color.RED);
    }
}
