package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.shared.job.Garment;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

    private static final Offset<Double> NEARLY = within(5.0);
    private static final double LOWEST_HEM = Body.ANKLE + 14;

    @ParameterizedTest
    @CsvSource({"UPPER, TEE", "UPPER, HOODIE", "OUTER, JACKET", "ONEPIECE, DRESS"})
    void hangsOnTheShoulders(Garment garment, DrawnGarment drawn) {
        GarmentShape shape = GarmentShape.of(drawn.cutout(Color.BLUE));
        Placement placement = Placement.of(garment, shape);

        double shoulderWidth = 1.92 * Body.CHEST_HALF / placement.scaleX();
        Point shoulders = placement.inPicture(new Point(shape.middle(), shape.shoulderRow(shoulderWidth)));

        assertThat(shoulders.x()).isCloseTo(Body.MIDDLE, within(0.01));
        assertThat(shoulders.y()).isCloseTo(Body.SHOULDER - 8, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"TROUSERS", "SKIRT"})
    void hangsOnTheWaist(DrawnGarment drawn) {
        GarmentShape shape = GarmentShape.of(drawn.cutout(Color.BLUE));

        Point top = Placement.of(Garment.BOTTOM, shape).inPicture(new Point(shape.middle(), 0));

        assertThat(top.x()).isCloseTo(Body.MIDDLE, within(0.01));
        assertThat(top.y()).isCloseTo(Body.WAIST - 6, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"UPPER, TEE, 269", "OUTER, JACKET, 305"})
    void isAsWideAsTheBodyAndSomeEase(Garment garment, DrawnGarment drawn, double width) {
        GarmentShape shape = GarmentShape.of(drawn.cutout(Color.BLUE));

        assertThat(shape.torsoWidth() * Placement.of(garment, shape).scaleX()).isCloseTo(width, NEARLY);
    }

    @ParameterizedTest
    @CsvSource({"SKIRT", "TROUSERS"})
    void coversWaistAndHips(DrawnGarment drawn) {
        GarmentShape shape = GarmentShape.of(drawn.cutout(Color.BLUE));
        double scale = Placement.of(Garment.BOTTOM, shape).scaleX();

        assertThat(shape.width(0.01, 0.06) * scale).isGreaterThan(2 * Body.WAIST_HALF);
        assertThat(shape.width(0.2, 0.3) * scale).isGreaterThan(2 * Body.HIP_HALF);
    }

    @ParameterizedTest
    @CsvSource({"UPPER, 240, 500, 896", "BOTTOM, 240, 900, 1406", "ONEPIECE, 240, 1300, 1406", "OUTER, 300, 1300, 1406"
    })
    void endsWhereSuchGarmentsEnd(Garment garment, int width, int height, double hem) {
        assertThat(hem(garment, width, height)).isCloseTo(hem, NEARLY);
    }

    @Test
    void lengthensAShortGarmentOnlyALittle() {
        GarmentShape shape = block(240, 200);
        Placement placement = Placement.of(Garment.BOTTOM, shape);

        assertThat(placement.scaleY() / placement.scaleX()).isCloseTo(1.22, within(0.001));
        assertThat(hem(Garment.BOTTOM, 240, 200)).isLessThan(LOWEST_HEM);
    }

    @Test
    void shortensAnEndlessGarmentOnlyToAPoint() {
        Placement placement = Placement.of(Garment.ONEPIECE, block(100, 3000));

        assertThat(placement.scaleY() / placement.scaleX()).isCloseTo(0.72, within(0.001));
    }

    @Test
    void drawsTheCutoutInItsPlace() {
        Mat cutout = DrawnGarment.TEE.cutout(Color.BLUE);
        Placement placement = Placement.of(Garment.UPPER, GarmentShape.of(cutout));

        Mat mask = Layer.of(placement.drawn(cutout)).mask();

        Rect box = opencv_imgproc.boundingRect(mask);
        Point upperLeft = placement.inPicture(new Point(0, 0));
        Point lowerRight = placement.inPicture(new Point(cutout.cols(), cutout.rows()));
        assertThat(mask.size().width()).isEqualTo(Body.WIDTH);
        assertThat(mask.size().height()).isEqualTo(Body.HEIGHT);
        assertThat((double) box.x()).isCloseTo(upperLeft.x(), NEARLY);
        assertThat((double) box.y()).isCloseTo(upperLeft.y(), NEARLY);
        assertThat((double) box.x() + box.width()).isCloseTo(lowerRight.x(), NEARLY);
        assertThat((double) box.y() + box.height()).isCloseTo(lowerRight.y(), NEARLY);
    }

    private static double hem(Garment garment, int width, int height) {
        GarmentShape shape = block(width, height);
        return Placement.of(garment, shape).inPicture(new Point(0, height)).y();
    }

    private static GarmentShape block(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return GarmentShape.of(Pixels.toMat(image));
    }
}
