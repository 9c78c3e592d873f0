package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.chunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.webpWithExif;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withChunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.withSegment;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.writeWebp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExifOrientationTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final PhotoReader reader = new PhotoReader(100, new DecodingMemory(64 << 20));

    @TempDir
    Path folder;

    /** A photo with this Exif data. */
    private enum Format {
        JPEG {
            @Override
            byte[] photo(byte[] exif, Path folder) throws IOException {
                return withSegment(encoded("jpg", Quarters.image(WIDTH, HEIGHT)), 0xFFE1, marked(exif));
            }
        },
        PNG {
            @Override
            byte[] photo(byte[] exif, Path folder) throws IOException {
                return withChunk(encoded("png", Quarters.image(WIDTH, HEIGHT)), chunk("eXIf", exif));
            }
        },
        WEBP {
            @Override
            byte[] photo(byte[] exif, Path folder) throws IOException {
                return webp(exif, folder);
            }
        },
        WEBP_MARKED_AS_IN_JPEG {
            @Override
            byte[] photo(byte[] exif, Path folder) throws IOException {
                return webp(marked(exif), folder);
            }
        };

        abstract byte[] photo(byte[] exif, Path folder) throws IOException;

        private static byte[] webp(byte[] exif, Path folder) throws IOException {
            Path png = Files.write(folder.resolve("quarters.png"), encoded("png", Quarters.image(WIDTH, HEIGHT)));
            Path webp = folder.resolve("quarters.webp");
            writeWebp(webp, imread(png.toString()), true);
            return webpWithExif(Files.readAllBytes(webp), WIDTH, HEIGHT, exif);
        }

        private static byte[] marked(byte[] exif) {
            ByteArrayOutputStream marked = new ByteArrayOutputStream();
            marked.writeBytes(MARK);
            marked.writeBytes(exif);
            return marked.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 0", "2, 1, 0, 0, 0", "3, 1, 1, 0, 1", "4, 0, 1, 1, 1",
        "5, 0, 0, 0, 1", "6, 1, 0, 1, 1", "7, 1, 1, 1, 0", "8, 0, 1, 0, 0"
    })
    void turnsAPhotoUpright(int orientation, int redX, int redY, int greenX, int greenY) throws IOException {
        for (Format format : Format.values()) {
            Mat photo = read(format.photo(exif(orientation), folder));

            assertThat(photo.cols()).as("%s", format).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
            assertThat(photo.rows()).as("%s", format).isEqualTo(orientation < 5 ? HEIGHT : WIDTH);
            assertThat(Quarters.hue(photo, redX, redY)).as("%s", format).isEqualTo("red");
            assertThat(Quarters.hue(photo, greenX, greenY)).as("%s", format).isEqualTo("green");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAPhotoWhoseExifDataIsDamaged(Format format) throws IOException {
        byte[] exif = exif(6);
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = Arrays.copyOf(exif, random.nextInt(exif.length + 1));
            for (int i = 0; i < damaged.length / 8; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Mat photo = read(format.photo(damaged, folder));

            assertThat(photo.cols() * photo.rows()).isEqualTo(WIDTH * HEIGHT);
        }
    }

    private Mat read(byte[] content) throws IOException {
        return reader.read(Files.write(folder.resolve("photo"), content), "photo for upperFront");
    }

    /** One entry, the orientation (CIPA DC-008, 4.6.2). */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
