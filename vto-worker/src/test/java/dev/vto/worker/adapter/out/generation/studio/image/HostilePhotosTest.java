package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.chunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made to do harm are either read or refused with a sentence, and never anything else. */
class HostilePhotosTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final PhotoReader reader = new PhotoReader(100, new DecodingMemory(64 << 20));

    @TempDir
    Path folder;

    private enum Hostile {
        EMPTY {
            @Override
            byte[] content() {
                return new byte[0];
            }
        },
        ZEROS {
            @Override
            byte[] content() {
                return new byte[100_000];
            }
        },
        ONE_COLUMN {
            @Override
            byte[] content() throws IOException {
                return encoded("png", new BufferedImage(1, 30_000, BufferedImage.TYPE_INT_RGB));
            }
        },
        ONE_ROW {
            @Override
            byte[] content() throws IOException {
                return encoded("jpg", new BufferedImage(30_000, 1, BufferedImage.TYPE_INT_RGB));
            }
        },
        BOMB_OF_GREY {
            @Override
            byte[] content() {
                return png(30_000, 30_000, 8, deflated(5_000_000));
            }
        },
        LARGER_THAN_AN_INT_OF_PIXELS {
            @Override
            byte[] content() {
                return png(2_000_000_000, 2_000_000_000, 8, deflated(100));
            }
        },
        NO_WIDTH {
            @Override
            byte[] content() {
                return png(0, 400, 8, deflated(100));
            }
        },
        ODD_DEPTH {
            @Override
            byte[] content() {
                return png(40, 40, 7, deflated(100));
            }
        },
        PAGE_BEHIND_A_PICTURE {
            @Override
            byte[] content() throws IOException {
                return joined(
                        encoded("jpg", new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)),
                        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            }
        },
        PICTURE_BEHIND_A_PAGE {
            @Override
            byte[] content() throws IOException {
                return joined(
                        "%PDF-1.7\n<html>".getBytes(StandardCharsets.UTF_8),
                        encoded("png", new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));
            }
        },
        JPEG_OF_PNG {
            @Override
            byte[] content() throws IOException {
                return joined(
                        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0},
                        encoded("png", new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));
            }
        },
        WEBP_THAT_ENDS {
            @Override
            byte[] content() {
                return ByteBuffer.allocate(20)
                        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                        .putInt(-1)
                        .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                        .putInt(-1)
                        .array();
            }
        };

        abstract byte[] content() throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void areReadOrRefused(Hostile photo) throws IOException {
        Path file = Files.write(folder.resolve("photo"), photo.content());

        try {
            assertThat(reader.read(file, "photo for upperFront").channels()).isEqualTo(4);
        } catch (GenerationFailed e) {
            assertThat(e.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(e.sentence()).startsWith("The photo for upperFront ");
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** A grey picture whose rows are what the data inflates to, as long as it lasts. */
    private static byte[] png(int width, int height, int depth, byte[] data) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .array();
        return joined(joined(PNG, chunk("IHDR", header)), joined(chunk("IDAT", data), chunk("IEND", new byte[0])));
    }

    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        byte[] deflated = new byte[zeros / 500 + 100];
        int length = deflater.deflate(deflated);
        deflater.end();
        return Arrays.copyOf(deflated, length);
    }
}
