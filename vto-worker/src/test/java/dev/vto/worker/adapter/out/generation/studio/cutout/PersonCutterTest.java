package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonCutterTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 600;
    private static final Color WALL = new Color(200, 206, 214);
    private static final String WHAT = "photo of the person";

    private final PersonCutter cutter = new PersonCutter(WIDTH, HEIGHT);

    @Test
    void fillsThePictureAndTellsThePerson() {
        Mat framed = cut(DrawnPerson.STANDING.in(600, 900, 300, 90, 720).photo(WALL));

        assertThat(framed.cols()).isEqualTo(WIDTH);
        assertThat(framed.rows()).isEqualTo(HEIGHT);
        Rect person = person(framed);
        assertThat((double) person.y()).isCloseTo(60, within(8.0));
        assertThat((double) person.height()).isCloseTo(480, within(12.0));
        assertThat(new Color(Pixels.toArgb(framed)[0])).matches(color -> isNear(color, WALL), "the wall, not darkened");
    }

    @Test
    void keepsAPersonWhoStandsAsideInThePicture() {
        Mat framed = cut(DrawnPerson.STANDING.in(1200, 800, 860, 80, 640).photo(WALL));

        Rect person = person(framed);
        assertThat(person.x() + person.width() / 2.0).isCloseTo(WIDTH / 2.0, within(8.0));
    }

    @Test
    void makesAPhotoSmallerWhosePersonWouldNotFit() {
        Mat framed = cut(DrawnPerson.STANDING.in(450, 1000, 225, 30, 940).photo(WALL));

        Rect person = person(framed);
        assertThat((double) person.height()).isCloseTo(0.95 * HEIGHT, within(4.0));
        assertThat(person.width()).as("no mirror image of an arm").isLessThan(WIDTH * 2 / 3);
        for (int y = 0; y < HEIGHT; y += 50) {
            int row = y;
            for (int x : new int[] {0, WIDTH - 1}) {
                assertThat(new Color(Pixels.toArgb(framed)[y * WIDTH + x]))
                        .as("%d, %d", x, row)
                        .matches(color -> isNear(color, WALL), "the wall goes on");
            }
        }
    }

    @Test
    void refusesAPersonWhomThePhotoCutsOff() {
        BufferedImage toTheKnees =
                DrawnPerson.STANDING.in(600, 700, 300, 60, 900).photo(WALL);

        assertThatThrownBy(() -> cut(toTheKnees))
                .asInstanceOf(InstanceOfAssertFactories.type(GenerationFailed.class))
                .extracting(GenerationFailed::sentence)
                .isEqualTo("The photo of the person is to show the person whole, with some space above the head and"
                        + " below the feet.");
    }

    @ParameterizedTest
    @CsvSource({"1600, 40", "40, 1600", "1, 1"})
    void framesWhatIsHardlyAPhoto(int width, int height) {
        Mat framed = cut(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));

        assertThat(framed.cols()).isEqualTo(WIDTH);
        assertThat(framed.rows()).isEqualTo(HEIGHT);
        assertThat(person(framed).height()).isZero();
    }

    @Test
    void standsAPersonWhoIsCutOutAlreadyBeforeWhite() {
        Mat framed = cut(DrawnPerson.STANDING.in(600, 900, 300, 0, 900).transparent());

        assertThat(new Color(Pixels.toArgb(framed)[0])).isEqualTo(Color.WHITE);
        assertThat((double) person(framed).height()).isCloseTo(0.95 * HEIGHT, within(4.0));
    }

    private Mat cut(BufferedImage photo) {
        return cutter.cut(Pixels.toMat(photo), WHAT);
    }

    private static Rect person(Mat framed) {
        Mat alpha = new Mat();
        opencv_core.extractChannel(framed, alpha, 3);
        Mat solid = new Mat();
        opencv_imgproc.threshold(alpha, solid, 127, 255, opencv_imgproc.THRESH_BINARY);
        return opencv_imgproc.boundingRect(solid);
    }

    private static boolean isNear(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 20
                && Math.abs(one.getGreen() - other.getGreen()) < 20
                && Math.abs(one.getBlue() - other.getBlue()) < 20;
    }
}
