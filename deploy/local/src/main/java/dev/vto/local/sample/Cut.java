package dev.vto.local.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Scanner;

/**
 * Cuts pieces and lines out of cloth with a hand that is never quite steady: nothing is straight or symmetric.
 *
 * <p>Paths are written as in SVG ({@code M L Q C Z}, absolute, separated by blanks); x counts from the garment's centre
 * line. What is cut at the same place is off by the same amount, so neighbours still meet.
 */
final class Cut {

    static final int RIGHT = 1;
    static final int LEFT = -1;

    private static final double STEP = 5;

    private final Noise sideways;
    private final Noise lengthways;
    private final int facing;

    private Cut(int seed, int facing) {
        this.sideways = new Noise(seed);
        this.lengthways = new Noise(seed + 1);
        this.facing = facing;
    }

    static Cut front(int seed) {
        return new Cut(seed, RIGHT);
    }

    /** The same garment turned over: its outline is the mirror image of the front's. */
    static Cut back(int seed) {
        return new Cut(seed, LEFT);
    }

    Shape shape(String path) {
        return unsteady(parsed(path));
    }

    /** @param side {@link #RIGHT} as written, {@link #LEFT} mirrored at the centre line */
    Shape shape(String path, int side) {
        return unsteady(AffineTransform.getScaleInstance(side, 1).createTransformedShape(parsed(path)));
    }

    /** The right half as written, joined with its mirror image. */
    Shape whole(String rightHalf) {
        Path2D half = parsed(rightHalf);
        Area both = new Area(half);
        both.add(new Area(AffineTransform.getScaleInstance(LEFT, 1).createTransformedShape(half)));
        return unsteady(both);
    }

    Shape disc(double x, double y, double radius) {
        return unsteady(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private Path2D unsteady(Shape shape) {
        Path2D.Double result = new Path2D.Double();
        double[] to = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator i = shape.getPathIterator(null, 0.3); !i.isDone(); i.next()) {
            int kind = i.currentSegment(to);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = to[0];
                startY = to[1];
                result.moveTo(movedX(startX, startY), movedY(startX, startY));
            } else {
                double endX = kind == PathIterator.SEG_CLOSE ? startX : to[0];
                double endY = kind == PathIterator.SEG_CLOSE ? startY : to[1];
                int steps = Math.max(1, (int) (Math.hypot(endX - x, endY - y) / STEP));
                for (int step = 1; step <= steps; step++) {
                    double pointX = x + (endX - x) * step / steps;
                    double pointY = y + (endY - y) * step / steps;
                    result.lineTo(movedX(pointX, pointY), movedY(pointX, pointY));
                }
                to[0] = endX;
                to[1] = endY;
                if (kind == PathIterator.SEG_CLOSE) {
                    result.closePath();
                }
            }
            x = to[0];
            y = to[1];
        }
        return result;
    }

    private double movedX(double x, double y) {
        return Studio.WIDTH / 2.0 + x + facing * offset(sideways, x * facing, y);
    }

    private double movedY(double x, double y) {
        return y + offset(lengthways, x * facing, y);
    }

    private static double offset(Noise noise, double x, double y) {
        return 7.5 * noise.at(x / 230, y / 230)
                + 2.6 * noise.at(x / 61 + 9, y / 61)
                + 0.7 * noise.at(x / 17, y / 17 + 4);
    }

    private static Path2D parsed(String path) {
        Path2D.Double result = new Path2D.Double();
        try (Scanner in = new Scanner(path)) {
            while (in.hasNext()) {
                String command = in.next();
                switch (command) {
                    case "M" -> result.moveTo(number(in), number(in));
                    case "L" -> result.lineTo(number(in), number(in));
                    case "Q" -> result.quadTo(number(in), number(in), number(in), number(in));
                    case "C" -> result.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
                    case "Z" -> result.closePath();
                    default ->
                        throw new IllegalArgumentException("a path has M, L, Q, C and Z, not " + command + ": " + path);
                }
            }
        }
        return result;
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }
}
