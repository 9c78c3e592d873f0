package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.HEIGHT;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.WIDTH;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.jpeg;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.png;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.samples;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withSegment;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.writeWebp;
import static dev.vto.worker.adapter.out.generation.studio.image.Shown.assertShows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos of every colour model are read to the colours that they show in sRGB. */
class PhotoColorsTest {

    private static final Color BROWN = new Color(100, 50, 20);

    @TempDir
    Path folder;

    /** As it is, and so small that it has to be made smaller. */
    @ParameterizedTest
    @ValueSource(ints = {100, 20})
    void readsGreyOfAJpeg(int longest) throws IOException {
        BufferedImage grey = samples(DataBuffer.TYPE_BYTE, ColorSpace.CS_GRAY, false, 100);

        assertShows(read(encoded("jpg", grey), longest), new Color(100, 100, 100), 255);
    }

    @ParameterizedTest
    @CsvSource({"8, 100", "8, 20", "16, 100", "16, 20"})
    void readsGreyOfAPng(int bits, int longest) throws IOException {
        assertShows(read(png(bits, ColorSpace.CS_GRAY, false, 100), longest), new Color(100, 100, 100), 255);
        assertShows(read(png(bits, ColorSpace.CS_GRAY, true, 100, 128), longest), new Color(100, 100, 100), 128);
    }

    @ParameterizedTest
    @CsvSource({"8, 100", "8, 20", "16, 100", "16, 20"})
    void readsColoursOfAPng(int bits, int longest) throws IOException {
        assertShows(read(png(bits, ColorSpace.CS_sRGB, false, 100, 50, 20), longest), BROWN, 255);
        assertShows(read(png(bits, ColorSpace.CS_sRGB, true, 100, 50, 20, 128), longest), BROWN, 128);
    }

    @Test
    void readsAPaletteOfAPng() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();

        assertShows(read(encoded("png", image), 20), Color.RED, 255);
    }

    /** What is transparent has no colour that could shine through at an edge. */
    @Test
    void mixesNoColourOfWhatIsTransparent() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, x % 2 == 0 ? 0x0000FF00 : 0xFF643214);
            }
        }

        assertShows(read(encoded("png", image), WIDTH / 2), BROWN, 128);
    }

    /** Adobe's applications write inks inverted, and a segment that says so (Adobe technical note 5116). */
    @ParameterizedTest
    @CsvSource({"0, 255, 55, 75, 235", "2, 138, 152, 30, 235"})
    void readsInksOfAJpeg(int transform, int first, int second, int third, int black) throws IOException {
        BufferedImage inks = samples(DataBuffer.TYPE_BYTE, ColorSpace.CS_sRGB, true, first, second, third, black);
        byte[] adobe = ByteBuffer.allocate(12)
                .put("Adobe\0d".getBytes(StandardCharsets.US_ASCII))
                .put(11, (byte) transform)
                .array();

        Mat photo = read(withSegment(jpeg(new IIOImage(inks.getRaster(), null, null)), 0xFFEE, adobe), 100);

        assertShows(photo, new Color(235, 51, 69), 255);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsColoursOfAWebp(boolean lossless) throws IOException {
        Path file = folder.resolve("photo.webp");
        writeWebp(file, WIDTH, HEIGHT, BROWN, lossless);

        assertShows(read(Files.readAllBytes(file), 20), BROWN, 255);
    }

    private Mat read(byte[] content, int longest) throws IOException {
        return new PhotoReader(longest, new DecodingMemory(64 << 20))
                .read(Files.write(folder.resolve("photo"), content), "photo for upperFront");
    }
}
