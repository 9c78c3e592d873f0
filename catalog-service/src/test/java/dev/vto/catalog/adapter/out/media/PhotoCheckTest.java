package dev.vto.catalog.adapter.out.media;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.PhotoLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoCheckTest {

    @TempDir
    Path folder;

    @Test
    void takesRealPictures() throws IOException {
        assertThat(check(Pictures.jpeg())).isEqualTo(MediaFormat.JPEG);
        assertThat(check(Pictures.png())).isEqualTo(MediaFormat.PNG);
    }

    @ParameterizedTest
    @CsvSource({"lossy.webp, WEBP", "lossless.webp, WEBP", "progressive.jpg, JPEG", "cmyk.jpg, JPEG"})
    void takesRealPicturesOfEveryKind(String name, MediaFormat format) throws IOException {
        assertThat(check(Pictures.stored(name))).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "GIF89a and so on", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void refusesWhatIsNoPicture(String text) {
        assertRejected(() -> check(text.getBytes()))
                .as(Rejected.Reason.UNSUPPORTED, "not_an_image")
                .hasMessage("These bytes are no JPEG, PNG or WebP picture."
                        + " A photo is a whole JPEG, PNG or WebP picture.");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90, 98})
    void refusesPicturesThatAreCutOff(int percent) {
        assertDamaged(Pictures.cutOff(Pictures.jpeg(), percent), "JPEG");
        assertDamaged(Pictures.cutOff(Pictures.stored("progressive.jpg"), percent), "JPEG");
        assertDamaged(Pictures.cutOff(Pictures.png(), percent), "PNG");
        assertDamaged(Pictures.cutOff(Pictures.webp(), percent), "WEBP");
        assertDamaged(Pictures.cutOff(Pictures.stored("lossless.webp"), percent), "WEBP");
    }

    @Test
    void refusesAHeaderWithNothingBehindIt() {
        assertDamaged(Arrays.copyOf(Pictures.jpeg(), MediaFormat.HEAD), "JPEG");
        assertDamaged(Arrays.copyOf(Pictures.png(), MediaFormat.HEAD), "PNG");
        assertDamaged(Arrays.copyOf(Pictures.webp(), MediaFormat.HEAD), "WEBP");
    }

    @Test
    void refusesAnotherFormatBehindTheHeader() {
        byte[] disguised = Pictures.png();
        System.arraycopy(Pictures.jpeg(), 0, disguised, 0, MediaFormat.HEAD);

        assertDamaged(disguised, "JPEG");
    }

    @Test
    void refusesADecompressionBombByWhatItsHeaderClaims() {
        assertRejected(() -> check(Pictures.pngThatClaims(60_000, 60_000)))
                .as(Rejected.Reason.TOO_LARGE, "too_large")
                .hasMessage("A photo has at most 50 megapixels, not 60000 x 60000.");
    }

    @Test
    void looksAtALargeWebpWithoutDecodingIt() throws IOException {
        byte[] large = Pictures.webpThatClaims(8192, 6144);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        check(Pictures.webp());
        long before = memory.getCurrentThreadAllocatedBytes();

        assertThat(check(large)).isEqualTo(MediaFormat.WEBP);

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        assertDamaged(Arrays.copyOf(large, large.length - 10), "WEBP");
        assertRejected(() -> check(Pictures.webpThatClaims(16_000, 16_000)))
                .hasMessage("A photo has at most 50 megapixels, not 16000 x 16000.");
    }

    @ParameterizedTest
    @CsvSource({"50000, 1049", "1, 52428801", "2147483647, 2147483647"})
    void refusesTooManyPixels(int width, int height) {
        assertRejected(() -> check(Pictures.pngThatClaims(width, height))).as(Rejected.Reason.TOO_LARGE, "too_large");
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "300, 0", "-1, 400"})
    void refusesPicturesWithoutPixels(int width, int height) {
        assertDamaged(Pictures.pngThatClaims(width, height), "PNG");
    }

    @Test
    void takesTwentyMegabytesAndNoMore() throws IOException {
        assertThat(check(Pictures.padded(Pictures.jpeg(), PhotoLimits.MAX_BYTES)))
                .isEqualTo(MediaFormat.JPEG);
        assertRejected(() -> check(Pictures.padded(Pictures.jpeg(), PhotoLimits.MAX_BYTES + 1)))
                .as(Rejected.Reason.TOO_LARGE, "too_large")
                .hasMessage("A photo has at most 20 MB.");
    }

    /** Decoders meet damaged files with exceptions of every kind; none of them is our own failure. */
    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "progressive.jpg"})
    void judgesDamagedPicturesWithoutFailing(String name) throws IOException {
        byte[] picture = Pictures.stored(name);
        Random random = new Random(42);
        Path file = folder.resolve(name);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = picture.clone();
            for (int hits = 0; hits < 4; hits++) {
                damaged[MediaFormat.HEAD + random.nextInt(damaged.length - MediaFormat.HEAD)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                assertThat(PhotoCheck.check(file)).isNotNull();
            } catch (Rejected rejected) {
                assertThat(rejected.code()).isIn("not_an_image", "too_large");
            }
        }
    }

    private void assertDamaged(byte[] bytes, String format) {
        assertRejected(() -> check(bytes))
                .as(Rejected.Reason.UNSUPPORTED, "not_an_image")
                .hasMessage("This " + format
                        + " picture is damaged or cut off. A photo is a whole JPEG, PNG or WebP picture.");
    }

    private MediaFormat check(byte[] bytes) throws IOException {
        return PhotoCheck.check(Files.write(folder.resolve("sent"), bytes));
    }
}
