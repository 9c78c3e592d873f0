package dev.vto.worker.adapter.out.generation.studio.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.bytedeco.opencv.opencv_core.Mat;

/** What a photo shows in its middle. */
final class Shown {

    private Shown() {}

    static void assertShows(Mat photo, Color color, int alpha) {
        Color shown = color(photo);
        assertThat(shown.getRed()).as("red").isCloseTo(color.getRed(), within(4));
        assertThat(shown.getGreen()).as("green").isCloseTo(color.getGreen(), within(4));
        assertThat(shown.getBlue()).as("blue").isCloseTo(color.getBlue(), within(4));
        assertThat(shown.getAlpha()).as("alpha").isCloseTo(alpha, within(1));
    }

    static Color color(Mat photo) {
        int middle = photo.rows() / 2 * photo.cols() + photo.cols() / 2;
        return new Color(Pixels.toArgb(photo)[middle], true);
    }
}
