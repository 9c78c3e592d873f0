package dev.vto.worker.adapter.out.generation.studio.cutout;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Small pictures with one shape on a background, to guess at. */
final class DrawnPhoto {

    static final int WIDTH = 120;
    static final int HEIGHT = 160;

    private static final double GRAIN = 1.5;

    private DrawnPhoto() {}

    /** @param background brightness of each pixel by its place, 0 to 255 */
    static LabImage grey(Brightness background, Shape shape, int brightness) {
        return drawn(new Color(brightness, brightness, brightness), shape, background);
    }

    static LabImage colored(Color background, Shape shape, Color color) {
        return drawn(color, shape, (x, y) -> background);
    }

    /** A shape with another one cut into it. */
    static LabImage colored(Color background, Shape outer, Shape inner, Color outerColor, Color innerColor) {
        return drawn(innerColor, inner, (x, y) -> outer.contains(x, y) ? outerColor : background);
    }

    private static LabImage drawn(Color color, Shape shape, Paint background) {
        Random random = new Random(5);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color under = shape.contains(x, y) ? color : background.at(x, y);
                double grain = random.nextGaussian() * GRAIN;
                image.setRGB(
                        x,
                        y,
                        channel(under.getRed() + grain) << 16
                                | channel(under.getGreen() + grain) << 8
                                | channel(under.getBlue() + grain));
            }
        }
        return of(image);
    }

    static LabImage of(BufferedImage image) {
        Mat bgr = new Mat();
        opencv_imgproc.cvtColor(Pixels.toMat(image), bgr, opencv_imgproc.COLOR_BGRA2BGR);
        return LabImage.of(bgr);
    }

    /** 1 where the shape is. */
    static byte[] mask(Shape shape) {
        byte[] mask = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (shape.contains(i % WIDTH, i / WIDTH) ? 1 : 0);
        }
        return mask;
    }

    /** The mean of some pixels' numbers. */
    static double mean(float[] values, Shape in) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (in.contains(i % WIDTH, i / WIDTH)) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** The background's colour by place. */
    @FunctionalInterface
    interface Paint {
        Color at(int x, int y);
    }

    /** A grey background by place. */
    @FunctionalInterface
    interface Brightness extends Paint {
        int of(int x, int y);

        @Override
        default Color at(int x, int y) {
            int brightness = of(x, y);
            return new Color(brightness, brightness, brightness);
        }
    }
}
