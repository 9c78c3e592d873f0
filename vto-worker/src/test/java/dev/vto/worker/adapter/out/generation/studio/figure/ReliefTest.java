package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class ReliefTest {

    private final Mat mask =
            Layer.of(new Rectangle(200, 200, 400, 400), Color.RED).mask();

    @Test
    void leavesTheLevelMiddleAsItIs() {
        assertThat(at(Relief.of(mask, 50, 0.6), 400, 400)).isCloseTo(1, within(0.001f));
    }

    @Test
    void lightsTheUpperLeftEdgeAndShadesTheLowerRight() {
        float[] light = Relief.of(mask, 50, 0.6);

        assertThat(at(light, 215, 400)).isGreaterThan(1.02f);
        assertThat(at(light, 400, 215)).isGreaterThan(1.02f);
        assertThat(at(light, 585, 400)).isLessThan(0.9f);
        assertThat(at(light, 400, 585)).isLessThan(0.9f);
    }

    @Test
    void changesNothingWithoutStrength() {
        assertThat(Relief.of(mask, 50, 0)).containsOnly(1);
    }

    private static float at(float[] light, int x, int y) {
        return light[y * Body.WIDTH + x];
    }
}
