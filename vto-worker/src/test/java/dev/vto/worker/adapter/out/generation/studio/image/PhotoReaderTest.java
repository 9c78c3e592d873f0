package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.cutout.PhotoBackground;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {

    private static final String WHAT = "photo for upperFront";

    /** 4 x 6 pixels of one red. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRj4AAABXRUJQVlA4IDIAAAAQAgCdASoEAAYAAIAIJaACdLoB+AH6AAPIAP778G//xWsOs4v/HNv/2fDxL+u3/2cAAA==");

    private final PhotoReader reader = new PhotoReader(100, new DecodingMemory(64 << 20));

    @TempDir
    Path folder;

    @Test
    void leavesASmallPhotoAtItsSize() throws IOException {
        Mat photo = read(encoded("jpg", quarters(80, 40)));

        assertThat(photo.cols()).isEqualTo(80);
        assertThat(photo.rows()).isEqualTo(40);
        assertThat(photo.channels()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"jpg, 2400, 1200, 100, 50", "png, 130, 390, 33, 100", "jpg, 1203, 1203, 100, 100"})
    void shrinksALargePhotoToItsBound(String format, int width, int height, int shownWidth, int shownHeight)
            throws IOException {
        Mat photo = read(encoded(format, quarters(width, height)));

        assertThat(photo.cols()).isEqualTo(shownWidth);
        assertThat(photo.rows()).isEqualTo(shownHeight);
        assertThat(hue(photo, 0, 0)).isEqualTo("red");
        assertThat(hue(photo, 1, 0)).isEqualTo("green");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 0", "2, 1, 0, 0, 0", "3, 1, 1, 0, 1", "4, 0, 1, 1, 1",
        "5, 0, 0, 0, 1", "6, 1, 0, 1, 1", "7, 1, 1, 1, 0", "8, 0, 1, 0, 0"
    })
    void turnsAPhotoUpright(int orientation, int redX, int redY, int greenX, int greenY) throws IOException {
        Mat photo = read(withOrientation(encoded("jpg", quarters(80, 40)), orientation));

        assertThat(photo.cols()).isEqualTo(orientation < 5 ? 80 : 40);
        assertThat(photo.rows()).isEqualTo(orientation < 5 ? 40 : 80);
        assertThat(hue(photo, redX, redY)).isEqualTo("red");
        assertThat(hue(photo, greenX, greenY)).isEqualTo("green");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 500})
    void keepsTheTransparencyOfAPng(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(200, 40, 30, 128));
        pen.fillRect(size / 2, 0, size / 2, size);
        pen.dispose();

        Mat photo = read(encoded("png", image));

        assertThat(pixel(photo, 0, 0) >>> 24).isZero();
        assertThat(pixel(photo, 1, 0) >>> 24).isEqualTo(128);
        assertThat(hue(photo, 1, 0)).isEqualTo("red");
    }

    @Test
    void readsWebp() throws IOException {
        Mat photo = read(WEBP);

        assertThat(photo.cols()).isEqualTo(4);
        assertThat(photo.rows()).isEqualTo(6);
        assertThat(hue(photo, 0, 0)).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void refusesATruncatedPhoto(String format) throws IOException {
        byte[] whole = encoded(format, DrawnGarment.TEE.photo(Color.RED, PhotoBackground.PLANKS));

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "is damaged and cannot be read");
    }

    @Test
    void refusesATruncatedWebp() {
        assertRefused(Arrays.copyOf(WEBP, WEBP.length / 2), "is damaged and cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>a page, not a photo</html>"})
    void refusesWhatIsNoPicture(String content) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), "is not a JPEG, PNG or WebP image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp"})
    void eitherReadsOrRefusesADamagedPhoto(String format) throws IOException {
        byte[] whole = format.equals("webp") ? WEBP : encoded(format, quarters(80, 40));
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged).channels()).isEqualTo(4);
            } catch (GenerationFailed e) {
                refused++;
                assertThat(e.code()).isEqualTo(FailureCode.INVALID_INPUT);
            }
        }
        assertThat(refused).isPositive();
    }

    private void assertRefused(byte[] content, String why) {
        assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(GenerationFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failed.sentence()).isEqualTo("The " + WHAT + " " + why + ".");
        });
    }

    private Mat read(byte[] content) throws IOException {
        return reader.read(Files.write(folder.resolve("photo"), content), WHAT);
    }

    /** Red, green, blue and white, from the upper left by rows. */
    private static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colors.length; i++) {
            pen.setColor(colors[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        pen.dispose();
        return image;
    }

    /** The JPEG with an Exif segment that holds this one entry. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return withSegment(jpeg, 0xFFE1, exif.array());
    }

    /** The colour in the middle of a quarter of the picture, each of its coordinates 0 or 1. */
    private static int pixel(Mat photo, int quarterX, int quarterY) {
        int x = photo.cols() * (1 + 2 * quarterX) / 4;
        int y = photo.rows() * (1 + 2 * quarterY) / 4;
        return Pixels.toArgb(photo)[y * photo.cols() + x];
    }

    private static String hue(Mat photo, int quarterX, int quarterY) {
        Color color = new Color(pixel(photo, quarterX, quarterY));
        int least = 2 * Math.max(40, Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue())));
        boolean red = color.getRed() > least;
        boolean green = color.getGreen() > least;
        return red == green ? "neither" : red ? "red" : "green";
    }
}
