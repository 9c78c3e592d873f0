package dev.vto.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures drawn for tests. */
public final class TestPictures {

    private static final int PNG_HEADER = 13;

    private TestPictures() {}

    /** A garment-like shape on a light ground. */
    public static byte[] jpeg(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(40, 90, 160));
        pen.fillRect(width / 4, height / 6, width / 2, height * 2 / 3);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A few bytes of PNG whose header claims so many pixels. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] header = ByteBuffer.allocate(4 + PNG_HEADER)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(PNG_HEADER)
                .put(header)
                .putInt((int) check.getValue())
                .array();
    }
}
