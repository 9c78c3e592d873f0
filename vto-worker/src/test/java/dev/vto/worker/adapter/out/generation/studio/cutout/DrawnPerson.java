package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A person who stands in a photo, drawn, so that it is known where. Lengths are parts of the person's height.
 *
 * @param width of the photo in pixels
 * @param height likewise
 * @param middle pixels from the left
 * @param top of the head, in pixels
 * @param tall pixels from there to the soles
 * @param build how much wider than the usual the trunk is, 1 for the usual
 * @param arms degrees from hanging straight down
 * @param legs half of the distance between the ankles
 * @param hair whether it is long
 */
public record DrawnPerson(
        int width,
        int height,
        double middle,
        double top,
        double tall,
        double build,
        double arms,
        double legs,
        boolean hair) {

    public static final DrawnPerson STANDING = new DrawnPerson(600, 900, 300, 60, 780, 1, 14, 0.055, false);

    public static final Color SKIN = new Color(214, 160, 128);
    public static final Color TOP = new Color(70, 92, 120);
    public static final Color TROUSERS = new Color(50, 52, 60);

    private static final Color HAIR = new Color(70, 46, 34);
    private static final Color SHOES = new Color(120, 60, 50);

    public static final double CHIN = 0.13;
    public static final double SHOULDER = 0.185;
    public static final double SHOULDER_HALF = 0.118;
    public static final double WAIST = 0.38;
    public static final double WAIST_HALF = 0.077;
    public static final double HIP = 0.48;
    public static final double HIP_HALF = 0.092;
    public static final double CROTCH = 0.53;
    public static final double ARM = 0.33;

    public DrawnPerson in(int width, int height, double middle, double top, double tall) {
        return new DrawnPerson(width, height, middle, top, tall, build, arms, legs, hair);
    }

    public DrawnPerson built(double build) {
        return new DrawnPerson(width, height, middle, top, tall, build, arms, legs, hair);
    }

    public DrawnPerson withArms(double degrees) {
        return new DrawnPerson(width, height, middle, top, tall, build, degrees, legs, hair);
    }

    public DrawnPerson withLegs(double apart) {
        return new DrawnPerson(width, height, middle, top, tall, build, arms, apart, hair);
    }

    public DrawnPerson withLongHair() {
        return new DrawnPerson(width, height, middle, top, tall, build, arms, legs, true);
    }

    public double x(double fromMiddle) {
        return middle + fromMiddle * tall;
    }

    public double y(double fromTop) {
        return top + fromTop * tall;
    }

    /** How far from the middle the bone of an arm is, a part of the way down to the wrist. */
    public double armOut(double part) {
        return (SHOULDER_HALF - 0.02) * build + part * ARM * Math.sin(Math.toRadians(arms));
    }

    /** How far below the top of the head it is there. */
    public double armDown(double part) {
        return SHOULDER + 0.025 + part * ARM * Math.cos(Math.toRadians(arms));
    }

    public double wristOut() {
        return armOut(1);
    }

    public double wristDown() {
        return armDown(1);
    }

    /** The person alone, on nothing. */
    public BufferedImage transparent() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        draw(pen);
        pen.dispose();
        return image;
    }

    /** The photo, on a wall that is a little lighter above. */
    public BufferedImage photo(Color wall) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        for (int y = 0; y < height; y++) {
            double light = 1.04 - 0.1 * y / height;
            pen.setColor(new Color(lit(wall.getRed(), light), lit(wall.getGreen(), light), lit(wall.getBlue(), light)));
            pen.drawLine(0, y, width, y);
        }
        draw(pen);
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static int lit(int channel, double light) {
        return (int) Math.min(255, channel * light);
    }

    private void draw(Graphics2D pen) {
        if (hair) {
            fill(pen, HAIR, oval(0, 0.1, 0.062, 0.105));
        }
        for (int side : new int[] {-1, 1}) {
            fill(pen, SHOES, oval(side * (legs + 0.006), 0.985, 0.024, 0.016));
            fill(
                    pen,
                    TROUSERS,
                    limb(side * HIP_HALF * 0.52 * build, HIP + 0.02, side * legs, 0.965, 0.046 * build, 0.024));
            fill(pen, SKIN, hand(side));
            fill(pen, SKIN, limb(side * armOut(0), armDown(0), side * wristOut(), wristDown(), 0.026, 0.015));
            fill(pen, TOP, limb(side * armOut(0), armDown(0), side * armOut(0.4), armDown(0.4), 0.029, 0.027));
        }
        fill(pen, TOP, trunk());
        Area hips = new Area(trunk());
        hips.intersect(new Area(new Rectangle2D.Double(0, y(0.44), width, height)));
        fill(pen, TROUSERS, hips);
        fill(pen, SKIN, limb(0, CHIN - 0.04, 0, SHOULDER - 0.01, 0.03, 0.034));
        fill(pen, SKIN, oval(0, SHOULDER - 0.012, 0.042, 0.022));
        fill(pen, SKIN, oval(0, 0.068, 0.048, 0.068));
        fill(pen, HAIR, cap());
    }

    private Shape trunk() {
        double[][] right = {
            {0, SHOULDER - 0.03},
            {0.04, SHOULDER - 0.024},
            {0.085 * build, SHOULDER - 0.006},
            {SHOULDER_HALF * build, SHOULDER + 0.022},
            {0.098 * build, 0.27},
            {WAIST_HALF * build, WAIST},
            {HIP_HALF * build, HIP},
            {0.09 * build, CROTCH - 0.01},
            {0.02, CROTCH},
            {0, CROTCH - 0.004}
        };
        Path2D path = new Path2D.Double();
        path.moveTo(x(right[0][0]), y(right[0][1]));
        for (double[] point : right) {
            path.lineTo(x(point[0]), y(point[1]));
        }
        for (int i = right.length - 1; i >= 0; i--) {
            path.lineTo(x(-right[i][0]), y(right[i][1]));
        }
        path.closePath();
        return path;
    }

    private Shape cap() {
        Area cap = new Area(oval(0, 0.062, 0.053, 0.064));
        cap.subtract(new Area(oval(0, 0.085, 0.043, 0.06)));
        return cap;
    }

    private Shape oval(double fromMiddle, double down, double halfWidth, double halfHeight) {
        return new Ellipse2D.Double(
                x(fromMiddle - halfWidth), y(down - halfHeight), 2 * halfWidth * tall, 2 * halfHeight * tall);
    }

    private Shape hand(int side) {
        return oval(side * armOut(1.1), armDown(1.1), 0.018, 0.027);
    }

    private Shape limb(double fromX, double fromY, double toX, double toY, double thick, double thin) {
        Area limb = new Area();
        for (int step = 0; step < 12; step++) {
            double part = step / 11.0;
            double half = (thick + (thin - thick) * part) * tall;
            Line2D bone = new Line2D.Double(
                    x(fromX + (toX - fromX) * part),
                    y(fromY + (toY - fromY) * part),
                    x(fromX + (toX - fromX) * Math.min(1, part + 0.09)),
                    y(fromY + (toY - fromY) * Math.min(1, part + 0.09)));
            limb.add(new Area(new BasicStroke((float) (2 * half), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    .createStrokedShape(bone)));
        }
        return limb;
    }

    private static void fill(Graphics2D pen, Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
        pen.clip(shape);
        pen.setColor(new Color(0, 0, 0, 14));
        Shape shade = AffineTransform.getTranslateInstance(shape.getBounds().width * 0.25, 0)
                .createTransformedShape(shape);
        pen.fill(shade);
        pen.setClip(null);
    }
}
