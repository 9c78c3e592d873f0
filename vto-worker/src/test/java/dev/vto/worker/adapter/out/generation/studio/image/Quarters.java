package dev.vto.worker.adapter.out.generation.studio.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture of four colours: red, green, blue and white, from the upper left by rows. */
final class Quarters {

    private Quarters() {}

    static BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colors.length; i++) {
            pen.setColor(colors[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        pen.dispose();
        return image;
    }

    /** The colour in the middle of a quarter of the picture, each of its coordinates 0 or 1. */
    static int pixel(Mat photo, int quarterX, int quarterY) {
        int x = photo.cols() * (1 + 2 * quarterX) / 4;
        int y = photo.rows() * (1 + 2 * quarterY) / 4;
        return Pixels.toArgb(photo)[y * photo.cols() + x];
    }

    static String hue(Mat photo, int quarterX, int quarterY) {
        Color color = new Color(pixel(photo, quarterX, quarterY));
        int least = 2 * Math.max(40, Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue())));
        boolean red = color.getRed() > least;
        boolean green = color.getGreen() > least;
        return red == green ? "neither" : red ? "red" : "green";
    }
}
