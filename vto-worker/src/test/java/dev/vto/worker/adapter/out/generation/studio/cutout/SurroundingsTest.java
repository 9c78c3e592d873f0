package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurroundingsTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 400;
    private static final Rectangle SQUARE = new Rectangle(80, 120, 140, 160);

    @ParameterizedTest
    @EnumSource(PhotoBackground.class)
    void areFarFromAGarmentAndNearToWhatItLiesOn(PhotoBackground background) {
        float[] distances = surroundings(background, SQUARE).distances();

        assertThat(at(distances, 150, 200)).isGreaterThan(2 * at(distances, 20, 200));
        assertThat(at(distances, 150, 200)).isGreaterThan(2 * at(distances, 150, 390));
    }

    @Test
    void doNotTakeAGarmentThatTouchesTheEdgeALittleForBackground() {
        float[] distances = surroundings(PhotoBackground.WHITE, new Rectangle(130, 0, 40, 300))
                .distances();

        assertThat(at(distances, 150, 2)).isGreaterThan(25);
        assertThat(at(distances, 150, 200)).isGreaterThan(25);
    }

    @Test
    void loseTheColorOfAGarmentThatTouchesTheEdgeMuch() {
        Surroundings surroundings = surroundings(PhotoBackground.WHITE, new Rectangle(60, 0, 180, 400));

        assertThat(at(surroundings.distances(), 150, 200)).isLessThan(5);
        assertThat(at(surroundings.distancesWithoutGarment(), 150, 200)).isGreaterThan(25);
        assertThat(at(surroundings.distancesWithoutGarment(), 20, 200)).isLessThan(5);
    }

    @Test
    void countTheMiddleMoreThanTheCorners() {
        float[] distances = surroundings(PhotoBackground.PLANKS, new Rectangle(20, 20, 260, 360))
                .distances();

        assertThat(at(distances, 150, 200)).isGreaterThan(at(distances, 25, 25));
    }

    @Test
    void reachFurtherWhereTheyAreMottled() {
        double onWhite = at(surroundings(PhotoBackground.WHITE, SQUARE).distances(), 150, 200);
        double onPlanks = at(surroundings(PhotoBackground.PLANKS, SQUARE).distances(), 150, 200);

        assertThat(onPlanks).isLessThan(onWhite);
    }

    private static double at(float[] distances, int x, int y) {
        return distances[y * WIDTH + x];
    }

    private static Surroundings surroundings(PhotoBackground background, Rectangle garment) {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.scale(0.5, 0.5);
        background.paint(pen, new Rectangle());
        pen.scale(2, 2);
        pen.setColor(new Color(40, 60, 120));
        pen.fill(garment);
        pen.dispose();
        return Surroundings.of(DrawnPhoto.of(photo));
    }
}
