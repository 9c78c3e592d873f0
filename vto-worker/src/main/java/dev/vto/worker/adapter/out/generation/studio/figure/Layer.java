package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture of the mannequin's size whose pixels are 0xAARRGGBB with colours multiplied by alpha. */
public final class Layer {

    private static final int SIZE = Body.WIDTH * Body.HEIGHT;

    private final int[] pixels;

    private Layer(int[] pixels) {
        this.pixels = pixels;
    }

    static Layer transparent() {
        return new Layer(new int[SIZE]);
    }

    /** @param bgra of the mannequin's size, colours multiplied by alpha */
    static Layer of(Mat bgra) {
        return new Layer(Pixels.toArgb(bgra));
    }

    /** @param argb of the picture's size, whose alpha is not looked at */
    static Layer opaque(int[] argb) {
        int[] pixels = argb.clone();
        for (int i = 0; i < SIZE; i++) {
            pixels[i] |= 0xFF000000;
        }
        return new Layer(pixels);
    }

    /** @param argb of the picture's size, colours not yet multiplied by alpha */
    static Layer multiplied(int[] argb) {
        int[] pixels = argb.clone();
        for (int i = 0; i < SIZE; i++) {
            pixels[i] = scaled(pixels[i] | 0xFF000000, pixels[i] >>> 24);
        }
        return new Layer(pixels);
    }

    static Layer of(Shape shape, Color color) {
        BufferedImage image = new BufferedImage(Body.WIDTH, Body.HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(color);
        pen.fill(shape);
        pen.dispose();
        return new Layer(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    int[] pixels() {
        return pixels;
    }

    int alpha(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < Body.WIDTH && y < Body.HEIGHT;
        return inside ? pixels[y * Body.WIDTH + x] >>> 24 : 0;
    }

    /** Alpha alone, 8-bit. */
    Mat mask() {
        byte[] alpha = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            alpha[i] = (byte) (pixels[i] >>> 24);
        }
        Mat mask = new Mat(Body.HEIGHT, Body.WIDTH, CV_8U);
        mask.data().put(alpha);
        return mask;
    }

    /** Makes pixels brighter or darker. */
    Layer lit(float[] brightness) {
        for (int i = 0; i < SIZE; i++) {
            int pixel = pixels[i];
            if (pixel != 0) {
                int alpha = pixel >>> 24;
                pixels[i] = alpha << 24
                        | Math.min(alpha, Math.round((pixel >> 16 & 0xFF) * brightness[i])) << 16
                        | Math.min(alpha, Math.round((pixel >> 8 & 0xFF) * brightness[i])) << 8
                        | Math.min(alpha, Math.round((pixel & 0xFF) * brightness[i]));
            }
        }
        return this;
    }

    /** Rounds the shape by light and shade. */
    Layer rounded(double radius, double strength) {
        return lit(Relief.of(mask(), radius, strength));
    }

    /** Lays another picture over this one. */
    Layer add(Layer over) {
        for (int i = 0; i < SIZE; i++) {
            int top = over.pixels[i];
            int alpha = top >>> 24;
            if (alpha == 255) {
                pixels[i] = top;
            } else if (alpha > 0) {
                pixels[i] = top + scaled(pixels[i], 255 - alpha);
            }
        }
        return this;
    }

    /** Leaves as much of each pixel as another picture has there. */
    Layer within(Layer other) {
        for (int i = 0; i < SIZE; i++) {
            pixels[i] = scaled(pixels[i], other.pixels[i] >>> 24);
        }
        return this;
    }

    /** Takes away what a test does not keep. */
    Layer keep(PixelTest test) {
        for (int y = 0; y < Body.HEIGHT; y++) {
            for (int x = 0; x < Body.WIDTH; x++) {
                if (pixels[y * Body.WIDTH + x] != 0 && !test.keeps(x, y)) {
                    pixels[y * Body.WIDTH + x] = 0;
                }
            }
        }
        return this;
    }

    /** Whether a pixel stays. */
    @FunctionalInterface
    interface PixelTest {
        boolean keeps(int x, int y);
    }

    /**
     * Darkens this picture where another would throw a soft shadow on it, but not where it shows nothing.
     *
     * @param blur pixels, the shadow's softness
     * @param dark 0 to 1
     */
    Layer shadow(Layer of, int moveX, int moveY, double blur, double dark) {
        byte[] shade = Pixels.toBytes(Softness.of(of.mask(), blur));
        float[] brightness = new float[SIZE];
        for (int y = 0; y < Body.HEIGHT; y++) {
            for (int x = 0; x < Body.WIDTH; x++) {
                int fromX = Math.max(0, Math.min(Body.WIDTH - 1, x - moveX));
                int fromY = Math.max(0, Math.min(Body.HEIGHT - 1, y - moveY));
                brightness[y * Body.WIDTH + x] = (float) (1 - dark * (shade[fromY * Body.WIDTH + fromX] & 0xFF) / 255);
            }
        }
        return lit(brightness);
    }

    /** An opaque picture for an encoder. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(Body.WIDTH, Body.HEIGHT, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Body.WIDTH, Body.HEIGHT, pixels, 0, Body.WIDTH);
        return image;
    }

    private static int scaled(int pixel, int by) {
        int oddBytes = pixel & 0x00FF00FF;
        int evenBytes = pixel >>> 8 & 0x00FF00FF;
        int odd = (oddBytes * by + 0x00800080) >>> 8 & 0x00FF00FF;
        int even = evenBytes * by + 0x00800080 & 0xFF00FF00;
        return odd | even;
    }
}
