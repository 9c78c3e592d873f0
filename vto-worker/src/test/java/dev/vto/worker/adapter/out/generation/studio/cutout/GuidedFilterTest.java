package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class GuidedFilterTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 9;
    private static final int RADIUS = 3;

    @Test
    void drawsARoughEdgeAlongTheEdgeOfTheGuide() {
        Mat guide = image(20, 0.1f, 0.9f);
        Mat rough = image(19, 0, 1);

        Mat drawn = new GuidedFilter(guide, RADIUS, 1e-4).apply(rough);

        assertThat(at(drawn, 20) - at(drawn, 19)).isGreaterThan(0.6f);
        assertThat(at(drawn, 19) - at(drawn, 18)).isLessThan(0.2f);
    }

    @Test
    void averagesWhereTheGuideHasNoEdge() {
        Mat drawn = new GuidedFilter(image(0, 0.5f, 0.5f), RADIUS, 1e-4).apply(image(20, 0, 1));

        assertThat(at(drawn, 10)).isCloseTo(0, within(1e-5f));
        assertThat(at(drawn, 19)).isBetween(0.3f, 0.6f);
        assertThat(at(drawn, 30)).isCloseTo(1, within(1e-5f));
    }

    /** One value left of a column, another from there on. */
    private static Mat image(int edge, float left, float right) {
        Mat image = new Mat(HEIGHT, WIDTH, CV_32F);
        try (FloatIndexer pixels = image.createIndexer()) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    pixels.put(y, x, x < edge ? left : right);
                }
            }
        }
        return image;
    }

    private static float at(Mat image, int x) {
        try (FloatIndexer pixels = image.createIndexer()) {
            return pixels.get(HEIGHT / 2, x);
        }
    }
}
