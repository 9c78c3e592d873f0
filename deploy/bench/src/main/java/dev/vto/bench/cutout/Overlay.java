package dev.vto.bench.cutout;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A photo that shows what was cut out of it: the garment as it is, what is around it dimmed and green; red was found and
 * is none, blue is garment and was not found.
 */
final class Overlay {

    private static final Color AROUND = new Color(40, 150, 60);
    private static final Color TOO_MUCH = Color.RED;
    private static final Color MISSED = Color.BLUE;

    private Overlay() {}

    /** @param photo 0xAARRGGBB, of the masks' size */
    static BufferedImage draw(int[] photo, Mask found, Mask drawn) {
        BufferedImage image = new BufferedImage(drawn.width(), drawn.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < drawn.width(); x++) {
                int pixel = photo[y * drawn.width() + x];
                boolean isFound = found.at(x, y);
                boolean isDrawn = drawn.at(x, y);
                int shown = isFound && isDrawn ? pixel : mixed(pixel, isFound ? TOO_MUCH : isDrawn ? MISSED : AROUND);
                image.setRGB(x, y, shown);
            }
        }
        return image;
    }

    private static int mixed(int pixel, Color with) {
        Color own = new Color(pixel);
        return new Color(
                        (own.getRed() + 2 * with.getRed()) / 3,
                        (own.getGreen() + 2 * with.getGreen()) / 3,
                        (own.getBlue() + 2 * with.getBlue()) / 3)
                .getRGB();
    }
}
