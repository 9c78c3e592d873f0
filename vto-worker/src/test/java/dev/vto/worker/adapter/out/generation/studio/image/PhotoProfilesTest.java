package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.HEIGHT;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.WIDTH;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.chunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.png;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.samples;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.webpWithProfile;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withChunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withSegment;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.writeWebp;
import static dev.vto.worker.adapter.out.generation.studio.image.Profiles.pngChunk;
import static dev.vto.worker.adapter.out.generation.studio.image.Profiles.wide;
import static dev.vto.worker.adapter.out.generation.studio.image.Shown.assertShows;
import static dev.vto.worker.adapter.out.generation.studio.image.Shown.color;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos with a profile are read to the colours that they show in sRGB. */
class PhotoProfilesTest {

    private static final Color BROWN = new Color(100, 50, 20);
    /** Of light half as bright as white is, which a linear profile has at 128 and sRGB at 188. */
    private static final int HALF_OF_LINEAR = 188;

    @TempDir
    Path folder;

    @Test
    void readsAProfileOfAJpeg() throws IOException {
        byte[] profile = wide();
        byte[] segment = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile)
                .array();
        byte[] jpeg = encoded("jpg", samples(DataBuffer.TYPE_BYTE, ColorSpace.CS_sRGB, false, 128, 128, 128));

        assertShows(read(withSegment(jpeg, 0xFFE2, segment), 100), grey(HALF_OF_LINEAR), 255);
    }

    @ParameterizedTest
    @CsvSource({"8, 100", "16, 20"})
    void readsAProfileOfAPng(int bits, int longest) throws IOException {
        byte[] profile = pngChunk(wide());

        byte[] solid = withChunk(png(bits, ColorSpace.CS_sRGB, false, 128, 128, 128), profile);
        byte[] clear = withChunk(png(bits, ColorSpace.CS_sRGB, true, 128, 128, 128, 128), profile);

        assertShows(read(solid, longest), grey(HALF_OF_LINEAR), 255);
        assertShows(read(clear, longest), grey(HALF_OF_LINEAR), 128);
    }

    /** Half of the light in red alone is more than sRGB has of it, and no green or blue. */
    @Test
    void showsAsMuchOfAWideGamutAsThereIs() throws IOException {
        byte[] png = withChunk(png(8, ColorSpace.CS_sRGB, false, 128, 0, 0), pngChunk(wide()));

        Color color = color(read(png, 100));

        assertThat(color.getRed()).isGreaterThan(HALF_OF_LINEAR + 20);
        assertThat(color.getGreen() + color.getBlue()).isLessThan(40);
    }

    @Test
    void readsAGreyProfileOfAPng() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

        Mat photo = read(withChunk(png(8, ColorSpace.CS_GRAY, false, 128), pngChunk(linear)), 100);

        assertShows(photo, grey(HALF_OF_LINEAR), 255);
    }

    @Test
    void readsAProfileOfAWebp() throws IOException {
        Path file = folder.resolve("photo.webp");
        writeWebp(file, WIDTH, HEIGHT, grey(128), true);

        byte[] webp = webpWithProfile(Files.readAllBytes(file), WIDTH, HEIGHT, wide());

        assertShows(read(webp, 100), grey(HALF_OF_LINEAR), 255);
    }

    @Test
    void takesColoursForSrgbWhereTheirProfileIsNone() throws IOException {
        byte[] png = png(8, ColorSpace.CS_sRGB, false, 100, 50, 20);
        byte[] endless = pngChunk(new byte[50_000_000]);
        byte[] cut = Arrays.copyOf(wide(), 200);

        assertShows(read(withChunk(png, endless), 100), BROWN, 255);
        assertShows(read(withChunk(png, pngChunk(new byte[] {1, 2, 3})), 100), BROWN, 255);
        assertShows(
                read(withChunk(png, chunk("iCCP", "p\0\0nothing".getBytes(StandardCharsets.US_ASCII))), 100),
                BROWN,
                255);
        assertShows(read(withChunk(png, pngChunk(cut)), 100), BROWN, 255);
    }

    private Mat read(byte[] content, int longest) throws IOException {
        return new PhotoReader(longest, new DecodingMemory(64 << 20))
                .read(Files.write(folder.resolve("photo"), content), "photo for upperFront");
    }

    private static Color grey(int value) {
        return new Color(value, value, value);
    }
}
