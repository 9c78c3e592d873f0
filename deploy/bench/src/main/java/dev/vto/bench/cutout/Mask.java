package dev.vto.bench.cutout;

import dev.vto.bench.BenchFailure;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Which pixels are garment.
 *
 * @param garment bit {@code y * width + x}
 */
record Mask(int width, int height, BitSet garment) {

    private static final int HALF = 128;

    /** @param values one byte a pixel; garment where it is 128 or more */
    static Mask of(int width, int height, byte[] values) {
        BitSet garment = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            garment.set(i, (values[i] & 0xFF) >= HALF);
        }
        return new Mask(width, height, garment);
    }

    /**
     * @param file a picture, white where there is garment and black elsewhere
     * @throws BenchFailure if it cannot be read or has no garment
     */
    static Mask read(Path file) throws IOException {
        @Nullable BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            image = null;
        }
        if (image == null) {
            throw new BenchFailure("The mask " + file.getFileName() + " is damaged or no picture.");
        }
        BufferedImage grey = image;
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            grey.createGraphics().drawImage(image, 0, 0, null);
        }
        Raster pixels = grey.getRaster();
        byte[] values = (byte[]) pixels.getDataElements(0, 0, grey.getWidth(), grey.getHeight(), null);
        Mask mask = of(grey.getWidth(), grey.getHeight(), values);
        if (mask.garment.isEmpty()) {
            throw new BenchFailure("The mask " + file.getFileName() + " is black all over; garment is to be white.");
        }
        return mask;
    }

    boolean at(int x, int y) {
        return garment.get(y * width + x);
    }

    /** Whether pixels of both kinds are within a distance, in pixels, of this one. */
    boolean isEdge(int x, int y, int distance) {
        boolean here = at(x, y);
        for (int dy = -distance; dy <= distance; dy++) {
            for (int dx = -distance; dx <= distance; dx++) {
                boolean near = dx * dx + dy * dy <= distance * distance;
                boolean inside = x + dx >= 0 && y + dy >= 0 && x + dx < width && y + dy < height;
                if (near && inside && at(x + dx, y + dy) != here) {
                    return true;
                }
            }
        }
        return false;
    }
}
