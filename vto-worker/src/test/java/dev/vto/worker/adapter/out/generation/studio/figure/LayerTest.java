package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LayerTest {

    private static final Rectangle LEFT = new Rectangle(100, 100, 200, 200);
    private static final Rectangle RIGHT = new Rectangle(200, 100, 200, 200);
    private static final Color CLEAR_RED = new Color(255, 0, 0, 128);

    @Test
    void hidesWhatLiesBelow() {
        Layer picture = Layer.of(LEFT, Color.BLUE).add(Layer.of(RIGHT, Color.RED));

        assertThat(at(picture, 150)).isEqualTo(0xFF0000FF);
        assertThat(at(picture, 250)).isEqualTo(0xFFFF0000);
        assertThat(at(picture, 350)).isEqualTo(0xFFFF0000);
        assertThat(at(picture, 450)).isZero();
    }

    @Test
    void mixesWhatIsSeenThrough() {
        Layer picture = Layer.of(LEFT, Color.BLUE).add(Layer.of(RIGHT, CLEAR_RED));

        Color mixed = new Color(at(picture, 250), true);
        assertThat(mixed.getAlpha()).isEqualTo(255);
        assertThat(mixed.getRed()).isCloseTo(128, within(2));
        assertThat(mixed.getBlue()).isCloseTo(127, within(2));
        assertThat(at(picture, 350)).isEqualTo(0x80800000);
    }

    @Test
    void isLitNoBrighterThanItsAlpha() {
        Layer bright = Layer.of(LEFT, CLEAR_RED).lit(filled(3));
        Layer dim = Layer.of(LEFT, new Color(200, 100, 50)).lit(filled(0.5f));

        assertThat(at(bright, 150)).isEqualTo(0x80800000);
        assertThat(at(dim, 150)).isEqualTo(0xFF643219);
        assertThat(at(dim, 450)).isZero();
    }

    @Test
    void isShadedWhereAnotherThrowsItsShadowAndNowhereElse() {
        Layer wall = Layer.of(new Rectangle(0, 0, 400, Body.HEIGHT), Color.WHITE);

        wall.shadow(Layer.of(RIGHT, Color.RED), 0, 300, 4, 0.5);

        assertThat(new Color(wall.pixels()[500 * Body.WIDTH + 300]).getRed()).isCloseTo(128, within(2));
        assertThat(at(wall, 300)).isEqualTo(0xFFFFFFFF);
        assertThat(wall.pixels()[500 * Body.WIDTH + 401]).isZero();
    }

    @Test
    void keepsWhatPassesATest() {
        Layer picture = Layer.of(LEFT, Color.BLUE).keep((x, y) -> x < 200 && y >= 100);

        assertThat(at(picture, 150)).isEqualTo(0xFF0000FF);
        assertThat(at(picture, 250)).isZero();
    }

    @Test
    void isTransparentOutsideThePicture() {
        Layer full = Layer.of(new Rectangle(Body.WIDTH, Body.HEIGHT), Color.RED);

        assertThat(full.alpha(0, 0)).isEqualTo(255);
        assertThat(full.alpha(Body.WIDTH - 1, Body.HEIGHT - 1)).isEqualTo(255);
        assertThat(full.alpha(-1, 0)).isZero();
        assertThat(full.alpha(0, -1)).isZero();
        assertThat(full.alpha(Body.WIDTH, 0)).isZero();
        assertThat(full.alpha(0, Body.HEIGHT)).isZero();
    }

    @Test
    void takesTheColorsOfACutoutAsTheyAre() {
        Layer picture = Layer.of(Pixels.toMat(Layer.of(LEFT, CLEAR_RED).pixels(), Body.WIDTH, Body.HEIGHT));

        assertThat(at(picture, 150)).isEqualTo(0x80800000);
        assertThat(new Color(picture.toImage().getRGB(150, 150))).isEqualTo(new Color(128, 0, 0));
    }

    private static int at(Layer layer, int x) {
        return layer.pixels()[150 * Body.WIDTH + x];
    }

    private static float[] filled(float brightness) {
        float[] all = new float[Body.WIDTH * Body.HEIGHT];
        Arrays.fill(all, brightness);
        return all;
    }
}
