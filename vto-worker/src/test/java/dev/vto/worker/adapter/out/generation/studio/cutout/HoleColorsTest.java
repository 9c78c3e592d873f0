package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Area;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class HoleColorsTest {

    private static final Color FLOOR = new Color(205, 200, 190);
    private static final Color RED = new Color(170, 30, 40);
    private static final Rectangle BODY = new Rectangle(15, 30, 90, 100);
    private static final Rectangle UNDER_THE_ARM = new Rectangle(27, 60, 5, 30);

    @Test
    void leavesAGapThatShowsTheFloor() {
        assertThat(isFilled(UNDER_THE_ARM, FLOOR)).isFalse();
    }

    @Test
    void fillsWhatHasAnotherColor() {
        assertThat(isFilled(UNDER_THE_ARM, new Color(40, 40, 60))).isTrue();
    }

    @Test
    void fillsAPrintOnTheFrontThatHasTheColorOfTheFloor() {
        assertThat(isFilled(new Rectangle(55, 60, 10, 15), FLOOR)).isTrue();
    }

    @Test
    void leavesAGapBetweenLegs() {
        assertThat(isFilled(new Rectangle(57, 105, 6, 20), FLOOR)).isFalse();
    }

    @Test
    void fillsWhatIsTooSmallToTell() {
        assertThat(isFilled(new Rectangle(27, 60, 2, 2), FLOOR)).isTrue();
    }

    private static boolean isFilled(Rectangle hole, Color color) {
        Area garment = new Area(BODY);
        garment.subtract(new Area(hole));
        LabImage photo = DrawnPhoto.colored(FLOOR, BODY, hole, RED, color);
        byte[] bytes = DrawnPhoto.mask(garment);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] * 255);
        }
        Mat mask = new Mat(DrawnPhoto.HEIGHT, DrawnPhoto.WIDTH, opencv_core.CV_8U);
        mask.data().put(bytes);

        Regions.fillHoles(mask, 0.5, new HoleColors(photo));

        return Pixels.toBytes(mask)[(int) hole.getCenterY() * DrawnPhoto.WIDTH + (int) hole.getCenterX()] != 0;
    }
}
