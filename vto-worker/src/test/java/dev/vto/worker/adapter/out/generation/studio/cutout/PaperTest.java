package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.Shape;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final Rectangle SHIRT = new Rectangle(30, 40, 60, 80);
    private static final Rectangle BESIDE = new Rectangle(4, 40, 20, 80);

    @Test
    void partsWhiteFromWhiteUnderUnevenLight() {
        Paper paper = Paper.of(DrawnPhoto.grey(PaperTest::vignette, SHIRT, 245));

        assertThat(DrawnPhoto.mean(paper.distances(), SHIRT)).isGreaterThan(3 * paper.noise());
        assertThat(DrawnPhoto.mean(paper.distances(), BESIDE)).isLessThan(1.5 * paper.noise());
    }

    @Test
    void isNotMisledByAGarmentThatTouchesTheBorder() {
        Shape strip = new Rectangle(40, 0, 40, 120);
        Paper paper = Paper.of(DrawnPhoto.grey(PaperTest::vignette, strip, 90));

        assertThat(DrawnPhoto.mean(paper.distances(), new Rectangle(45, 2, 30, 110)))
                .isGreaterThan(20);
        assertThat(DrawnPhoto.mean(paper.distances(), BESIDE)).isLessThan(3);
    }

    @Test
    void countsDarkerLessThanLighter() {
        double darker = distance(160);
        double lighter = distance(240);

        assertThat(darker).isPositive().isLessThan(0.7 * lighter);
    }

    private static double distance(int brightness) {
        Paper paper = Paper.of(DrawnPhoto.grey((x, y) -> 200, SHIRT, brightness));
        return DrawnPhoto.mean(paper.distances(), SHIRT);
    }

    private static int vignette(int x, int y) {
        double dx = 2.0 * x / DrawnPhoto.WIDTH - 1;
        double dy = 2.0 * y / DrawnPhoto.HEIGHT - 1;
        return (int) Math.round(228 - 16 * (dx * dx + dy * dy));
    }
}
