package dev.vto.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {

    private static final int MARGIN = 40;

    /** Two JPEG codecs may differ by this much in the average of 8 × 8 pixels, of 255. */
    private static final double CODEC_DIFFERENCE = 3;

    @TempDir
    static Path drawn;

    @BeforeAll
    static void drawAll() throws IOException {
        DrawSamples.main(new String[] {drawn.toString()});
    }

    @ParameterizedTest
    @EnumSource
    void committedFileIsWhatTheProgramDraws(Sample sample) throws IOException {
        BufferedImage again = ImageIO.read(drawn.resolve(sample.fileName()).toFile());

        assertThat(Pictures.greatestDifference(committed(sample), again)).isLessThan(CODEC_DIFFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void committedFileIsPortrait(Sample sample) throws IOException {
        BufferedImage picture = committed(sample);

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(1600);
    }

    @Test
    void drawsTheSamePixelsTwice() {
        int[] once = Pictures.pixels(Sample.OUTER_FRONT.draw());

        assertThat(Pictures.pixels(Sample.OUTER_FRONT.draw())).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void garmentFillsTheFrameWithoutTouchingIt(Sample sample) {
        Field silhouette = sample.garment().silhouette();
        Rectangle inside = new Rectangle(Studio.FRAME);
        inside.grow(-MARGIN, -MARGIN);

        assertThat(Pictures.covered(silhouette, Studio.FRAME) / (Studio.WIDTH * Studio.HEIGHT))
                .isBetween(0.2, 0.5);
        assertThat(Pictures.covered(silhouette, inside)).isEqualTo(Pictures.covered(silhouette, Studio.FRAME));
    }

    @ParameterizedTest
    @EnumSource
    void garmentStandsOutFromItsBackground(Sample sample) throws IOException {
        double contrast = Pictures.contrast(committed(sample), sample.garment().silhouette());

        assertThat(contrast).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER_FRONT,UPPER_BACK",
        "BOTTOM_FRONT,BOTTOM_BACK",
        "ONEPIECE_FRONT,ONEPIECE_BACK",
        "OUTER_FRONT,OUTER_BACK"
    })
    void backIsAnotherPictureOfTheSameOutline(Sample front, Sample back) throws IOException {
        Field seen = front.garment().silhouette();
        Field turned = back.garment().silhouette();

        assertThat(Pictures.overlapWithMirrored(seen, turned)).isGreaterThan(0.96);
        assertThat(Pictures.meanDifferenceToMirrored(committed(front), committed(back), seen))
                .isGreaterThan(5);
    }

    private static BufferedImage committed(Sample sample) throws IOException {
        return ImageIO.read(Sample.class.getResource("/samples/" + sample.fileName()));
    }
}
