package dev.vto.worker.adapter.out.generation.studio.cutout;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.opencv_core.Mat;

/** Garments as they lie flat in a photo of 600 x 800 pixels, drawn, so that their outline is known. */
public enum DrawnGarment {
    TEE(0, 130, 45, 112, 118, 140, 215, 270, 165, 310, 120, 250, 120, 640),
    HOODIE(0, 10, 70, 30, 82, 110, 118, 140, 215, 270, 165, 310, 120, 250, 120, 640),
    TROUSERS(0, 80, 90, 80, 120, 250, 130, 740, 50, 740, 6, 330, 0, 330),
    SKIRT(0, 150, 85, 150, 110, 260, 190, 600),
    DRESS(0, 120, 40, 120, 60, 70, 92, 72, 90, 170, 112, 210, 80, 330, 200, 740),
    JACKET(0, 80, 45, 70, 150, 112, 262, 520, 202, 545, 150, 290, 150, 640);

    public static final int WIDTH = 600;
    public static final int HEIGHT = 800;
    public static final int MIDDLE = WIDTH / 2;

    private final Shape outline;

    /** @param rightHalf x from the middle and y by turns, from the top of the middle line to the hem */
    DrawnGarment(int... rightHalf) {
        Path2D right = new Path2D.Double();
        right.moveTo(MIDDLE + rightHalf[0], rightHalf[1]);
        for (int i = 2; i < rightHalf.length; i += 2) {
            right.lineTo(MIDDLE + rightHalf[i], rightHalf[i + 1]);
        }
        right.lineTo(MIDDLE, rightHalf[rightHalf.length - 1]);
        right.closePath();
        Area whole = new Area(right);
        AffineTransform mirror = AffineTransform.getTranslateInstance(WIDTH, 0);
        mirror.scale(-1, 1);
        whole.add(new Area(mirror.createTransformedShape(right)));
        this.outline = whole;
    }

    public Shape outline() {
        return outline;
    }

    /** An opaque photo. */
    public BufferedImage photo(Color color, PhotoBackground background) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        background.paint(pen, outline);
        draw(pen, color);
        pen.dispose();
        return image;
    }

    /** The garment alone, on nothing. */
    public BufferedImage transparent(Color color) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        draw(pen, color);
        pen.dispose();
        return image;
    }

    /** The garment as the cutter hands it on. */
    public Mat cutout(Color color) {
        return new GarmentCutter().cut(Pixels.toMat(transparent(color)), "photo of a " + name());
    }

    private void draw(Graphics2D pen, Color color) {
        pen.setColor(color);
        pen.fill(outline);
        pen.clip(outline);
        pen.setColor(new Color(0, 0, 0, 8));
        for (int fold = 0; fold < WIDTH; fold += 24) {
            pen.fillRect(fold, 0, 9, HEIGHT);
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }
}
