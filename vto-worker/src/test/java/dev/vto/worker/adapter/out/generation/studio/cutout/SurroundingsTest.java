package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurroundingsTest {

    private static final Rectangle SQUARE = new Rectangle(80, 120, 140, 160);

    @ParameterizedTest
    @EnumSource(PhotoBackground.class)
    void partsAGarmentFromWhatItLiesOn(PhotoBackground background) {
        Surroundings surroundings = surroundings(background, SQUARE);

        assertThat(surroundings.distance(150, 200)).isGreaterThan(surroundings.threshold());
        assertThat(surroundings.distance(20, 200)).isLessThan(surroundings.threshold());
        assertThat(surroundings.distance(150, 390)).isLessThan(surroundings.threshold());
        assertThat(surroundings.threshold()).isBetween(5.0, 25.0);
    }

    @Test
    void doesNotTakeAGarmentThatTouchesTheEdgeForBackground() {
        Surroundings surroundings = surroundings(PhotoBackground.WHITE, new Rectangle(130, 0, 40, 300));

        assertThat(surroundings.distance(150, 2)).isGreaterThan(surroundings.threshold());
        assertThat(surroundings.distance(150, 200)).isGreaterThan(surroundings.threshold());
    }

    @Test
    void countsTheMiddleMoreThanTheCorners() {
        Surroundings surroundings = surroundings(PhotoBackground.WHITE, new Rectangle(20, 20, 260, 360));

        assertThat(surroundings.distance(150, 200)).isGreaterThan(surroundings.distance(25, 25));
    }

    @Test
    void reachesFurtherWhereTheBackgroundIsMottled() {
        double onWhite = surroundings(PhotoBackground.WHITE, SQUARE).distance(150, 200);
        double onPlanks = surroundings(PhotoBackground.PLANKS, SQUARE).distance(150, 200);

        assertThat(onPlanks).isLessThan(onWhite);
    }

    private static Surroundings surroundings(PhotoBackground background, Rectangle garment) {
        BufferedImage photo = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.scale(0.5, 0.5);
        background.paint(pen, new Rectangle());
        pen.scale(2, 2);
        pen.setColor(new Color(40, 60, 120));
        pen.fill(garment);
        pen.dispose();
        Mat bgr = new Mat();
        opencv_imgproc.cvtColor(Pixels.toMat(photo), bgr, opencv_imgproc.COLOR_BGRA2BGR);
        return Surroundings.of(bgr);
    }
}
