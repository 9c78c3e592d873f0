package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
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
        Mat photo = read(encoded("jpg", Quarters.image(80, 40)));

        assertThat(photo.cols()).isEqualTo(80);
        assertThat(photo.rows()).isEqualTo(40);
        assertThat(photo.channels()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"jpg, 2400, 1200, 100, 50", "png, 130, 390, 33, 100", "jpg, 1203, 1203, 100, 100"})
    void shrinksALargePhotoToItsBound(String format, int width, int height, int shownWidth, int shownHeight)
            throws IOException {
        Mat photo = read(encoded(format, Quarters.image(width, height)));

        assertThat(photo.cols()).isEqualTo(shownWidth);
        assertThat(photo.rows()).isEqualTo(shownHeight);
        assertThat(Quarters.hue(photo, 0, 0)).isEqualTo("red");
        assertThat(Quarters.hue(photo, 1, 0)).isEqualTo("green");
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

        assertThat(Quarters.pixel(photo, 0, 0) >>> 24).isZero();
        assertThat(Quarters.pixel(photo, 1, 0) >>> 24).isEqualTo(128);
        assertThat(Quarters.hue(photo, 1, 0)).isEqualTo("red");
    }

    @Test
    void readsWebp() throws IOException {
        Mat photo = read(WEBP);

        assertThat(photo.cols()).isEqualTo(4);
        assertThat(photo.rows()).isEqualTo(6);
        assertThat(Quarters.hue(photo, 0, 0)).isEqualTo("red");
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
        byte[] whole = format.equals("webp") ? WEBP : encoded(format, Quarters.image(80, 40));
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
}
