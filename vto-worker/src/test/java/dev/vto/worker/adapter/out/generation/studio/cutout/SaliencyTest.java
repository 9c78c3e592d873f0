package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class SaliencyTest {

    private static final Rectangle BESIDE = new Rectangle(3, 10, 12, 140);
    private static final Color FLOOR = new Color(150, 110, 80);
    private static final Color NAVY = new Color(30, 40, 90);

    @Test
    void findsWhatStandsOut() {
        Rectangle shirt = new Rectangle(30, 40, 60, 80);
        float[] salient = Saliency.of(DrawnPhoto.colored(FLOOR, shirt, NAVY));

        assertThat(DrawnPhoto.mean(salient, shirt)).isGreaterThan(0.8);
        assertThat(DrawnPhoto.mean(salient, BESIDE)).isLessThan(0.1);
    }

    @Test
    void findsWhatTouchesTheBorderOnAllItsWayDown() {
        Rectangle trousers = new Rectangle(34, 0, 52, 160);
        float[] salient = Saliency.of(DrawnPhoto.colored(FLOOR, trousers, NAVY));

        assertThat(DrawnPhoto.mean(salient, trousers)).isGreaterThan(2 * DrawnPhoto.mean(salient, BESIDE));
    }

    @Test
    void isTheSameEveryTime() {
        LabImage photo = DrawnPhoto.colored(FLOOR, new Rectangle(30, 40, 60, 80), NAVY);

        assertThat(Saliency.of(photo)).isEqualTo(Saliency.of(photo));
    }
}
