package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GarmentCutterTest {

    private static final String WHAT = "photo for onepieceBack";
    private static final Color NAVY = new Color(34, 44, 82);
    private static final Color LINEN = new Color(226, 219, 205);

    private final GarmentCutter cutter = new GarmentCutter();

    @ParameterizedTest
    @CsvSource({
        "WHITE, TROUSERS",
        "VIGNETTE, DRESS",
        "VIGNETTE, JACKET",
        "PLANKS, SKIRT",
        "PLANKS, HOODIE",
        "SHADOWED_WHITE, TEE",
        "SHADOWED_WHITE, TROUSERS"
    })
    void findsTheGarment(PhotoBackground background, DrawnGarment garment) {
        Color color = background == PhotoBackground.SHADOWED_WHITE ? LINEN : NAVY;

        Mat cutout = cut(garment.photo(color, background));

        assertThat(overlap(cutout, garment.outline())).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @EnumSource(DrawnGarment.class)
    void takesATransparentPictureAtItsWord(DrawnGarment garment) {
        Mat cutout = cut(garment.transparent(LINEN));

        assertThat(overlap(cutout, garment.outline())).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void dropsAFaintShadowOfATransparentPicture() {
        BufferedImage picture = new BufferedImage(DrawnGarment.WIDTH, DrawnGarment.HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0, 0, 0, 90));
        pen.fill(AffineTransform.getTranslateInstance(30, 40).createTransformedShape(DrawnGarment.TEE.outline()));
        pen.drawImage(DrawnGarment.TEE.transparent(NAVY), 0, 0, null);
        pen.dispose();

        assertThat(overlap(cut(picture), DrawnGarment.TEE.outline())).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @EnumSource
    void findsNoGarmentOnAnEmptyBackground(PhotoBackground background) {
        Shape nothing = new Rectangle();
        BufferedImage picture = new BufferedImage(DrawnGarment.WIDTH, DrawnGarment.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        background.paint(pen, nothing);
        pen.dispose();

        assertRefused(picture);
    }

    @Test
    void refusesAPictureThatIsTransparentAllOver() {
        assertRefused(new BufferedImage(DrawnGarment.WIDTH, DrawnGarment.HEIGHT, BufferedImage.TYPE_INT_ARGB));
    }

    @Test
    void findsAGarmentThatGoesOutOfThePicture() {
        Rectangle shown = new Rectangle(0, 130, DrawnGarment.WIDTH, 560);
        BufferedImage photo = DrawnGarment.TROUSERS
                .photo(NAVY, PhotoBackground.VIGNETTE)
                .getSubimage(shown.x, shown.y, shown.width, shown.height);
        Area outline = new Area(DrawnGarment.TROUSERS.outline());
        outline.intersect(new Area(shown));

        assertThat(overlap(cut(photo), outline)).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void findsAWhiteGarmentOnWhiteUnderUnevenLight() {
        Mat cutout = cut(DrawnGarment.TEE.photo(new Color(247, 247, 246), PhotoBackground.WHITE_VIGNETTE));

        assertThat(overlap(cutout, DrawnGarment.TEE.outline())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheSameEveryTime() {
        BufferedImage photo = DrawnGarment.DRESS.photo(NAVY, PhotoBackground.PLANKS);

        assertThat(Pixels.toArgb(cut(photo))).isEqualTo(Pixels.toArgb(cut(photo)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "1, 900", "900, 1", "5, 700", "40, 40"})
    void refusesAPictureWithNoRoomForAGarment(int width, int height) {
        assertRefused(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    @Test
    void multipliesColorsByAlpha() {
        int[] pixels = Pixels.toArgb(cut(DrawnGarment.TEE.photo(LINEN, PhotoBackground.PLANKS)));

        assertThat(Arrays.stream(pixels)).anyMatch(pixel -> pixel >>> 24 > 0 && pixel >>> 24 < 255);
        assertThat(Arrays.stream(pixels)).allMatch(pixel -> largestChannel(pixel) <= pixel >>> 24);
    }

    @Test
    void keepsTheGarmentsOwnColor() {
        Mat cutout = cut(DrawnGarment.TEE.photo(NAVY, PhotoBackground.PLANKS));

        Color middle = new Color(Pixels.toArgb(cutout)[cutout.rows() / 2 * cutout.cols() + cutout.cols() / 2]);
        assertThat(Math.abs(middle.getBlue() - NAVY.getBlue())).isLessThan(8);
        assertThat(Math.abs(middle.getRed() - NAVY.getRed())).isLessThan(8);
    }

    @Test
    void cropsToTheGarment() {
        Mat cutout = cut(DrawnGarment.SKIRT.photo(NAVY, PhotoBackground.WHITE));
        Rectangle box = DrawnGarment.SKIRT.outline().getBounds();

        assertThat(cutout.cols()).isBetween(box.width - 8, box.width + 8);
        assertThat(cutout.rows()).isBetween(box.height - 8, box.height + 8);
    }

    @Test
    void leavesALightPrintInTheGarment() {
        BufferedImage photo = DrawnGarment.TEE.photo(NAVY, PhotoBackground.WHITE);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillOval(DrawnGarment.MIDDLE - 20, 300, 40, 40);
        pen.dispose();

        assertThat(overlap(cut(photo), DrawnGarment.TEE.outline())).isGreaterThanOrEqualTo(0.97);
    }

    private Mat cut(BufferedImage photo) {
        return cutter.cut(Pixels.toMat(photo), WHAT);
    }

    private void assertRefused(BufferedImage picture) {
        assertThatThrownBy(() -> cut(picture)).isInstanceOfSatisfying(GenerationFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failed.sentence()).isEqualTo("No garment can be told from the background of the " + WHAT + ".");
        });
    }

    /** Intersection over union of what is solid with an outline, the middles of their boxes laid on each other. */
    private static double overlap(Mat cutout, Shape outline) {
        Rectangle box = outline.getBounds();
        int width = Math.max(cutout.cols(), box.width);
        int height = Math.max(cutout.rows(), box.height);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.translate((width - box.width) / 2 - box.x, (height - box.height) / 2 - box.y);
        pen.fill(outline);
        pen.dispose();
        BufferedImage found = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        found.setRGB(
                (width - cutout.cols()) / 2,
                (height - cutout.rows()) / 2,
                cutout.cols(),
                cutout.rows(),
                Pixels.toArgb(cutout),
                0,
                cutout.cols());
        int both = 0;
        int either = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isDrawn = drawn.getRGB(x, y) >>> 24 > 127;
                boolean isFound = found.getRGB(x, y) >>> 24 > 127;
                both += isDrawn && isFound ? 1 : 0;
                either += isDrawn || isFound ? 1 : 0;
            }
        }
        return (double) both / either;
    }

    private static int largestChannel(int pixel) {
        return Arrays.stream(new int[] {pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF})
                .max()
                .orElseThrow();
    }
}
