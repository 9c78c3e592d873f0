package dev.vto.worker.adapter.out.generation.studio.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Photos as bytes, and what may be put into them. */
final class EncodedPhotos {

    /** Of pictures of one colour, in pixels. */
    static final int WIDTH = 64;

    static final int HEIGHT = 40;

    private static final int LOSSLESS = 101;

    private EncodedPhotos() {}

    static byte[] encoded(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** Of one colour, which may be more than eight bits of each sample. */
    static byte[] png(int bits, int space, boolean alpha, int... pixel) throws IOException {
        return encoded("png", samples(bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT, space, alpha, pixel));
    }

    static BufferedImage samples(int type, int space, boolean alpha, int... pixel) {
        WritableRaster raster = Raster.createInterleavedRaster(type, WIDTH, HEIGHT, pixel.length, null);
        for (int band = 0; band < pixel.length; band++) {
            int[] all = new int[WIDTH * HEIGHT];
            Arrays.fill(all, type == DataBuffer.TYPE_USHORT ? pixel[band] * 257 : pixel[band]);
            raster.setSamples(0, 0, WIDTH, HEIGHT, band, all);
        }
        int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        return new BufferedImage(
                new ComponentColorModel(ColorSpace.getInstance(space), alpha, false, transparency, type),
                raster,
                false,
                null);
    }

    /** @param image may have samples only, without colours */
    static byte[] jpeg(IIOImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, image, null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static void writeWebp(Path file, int width, int height, Color color, boolean lossless) {
        Scalar bgr = new Scalar(color.getBlue(), color.getGreen(), color.getRed(), 0);
        try (Mat image = new Mat(height, width, CV_8UC3, bgr)) {
            writeWebp(file, image, lossless);
        }
    }

    static void writeWebp(Path file, Mat image, boolean lossless) {
        assertThat(imwrite(file.toString(), image, new int[] {IMWRITE_WEBP_QUALITY, lossless ? LOSSLESS : 95}))
                .isTrue();
    }

    /** A segment right behind the start of a JPEG (ITU-T T.81, B.1.1.4). */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A chunk of PNG (third edition, 5.3). */
    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }

    /** The PNG with a chunk behind its header. */
    static byte[] withChunk(byte[] png, byte[] chunk) {
        int header = 8 + 25;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, header)
                .put(chunk)
                .put(png, header, png.length - header)
                .array();
    }

    /** A simple WebP as an extended one with this profile (RFC 9649, 2.7). */
    static byte[] webpWithProfile(byte[] webp, int width, int height, byte[] profile) {
        return extendedWebp(0x20, width, height, riffChunk("ICCP", profile), frame(webp));
    }

    /** A simple WebP as an extended one with this Exif data. */
    static byte[] webpWithExif(byte[] webp, int width, int height, byte[] exif) {
        return extendedWebp(0x08, width, height, frame(webp), riffChunk("EXIF", exif));
    }

    private static byte[] frame(byte[] webp) {
        return Arrays.copyOfRange(webp, 12, webp.length);
    }

    private static byte[] extendedWebp(int has, int width, int height, byte[]... chunks) {
        byte[] extended = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(has)
                .put(4, (byte) (width - 1))
                .put(7, (byte) (height - 1))
                .array();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(riffChunk("VP8X", Arrays.copyOf(extended, 10)));
        for (byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return riffChunk("RIFF", content.toByteArray());
    }

    private static byte[] riffChunk(String type, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }
}
