package dev.vto.local.sample;

import java.awt.Rectangle;

/**
 * A fold of the cloth along a quadratic curve, steep on one side and soft on the other.
 *
 * @param curve start, control and end point, x counted from the garment's centre line
 * @param width of the steep side, in pixels
 * @param height of the ridge in pixels; negative for a valley
 * @param head share of the length over which it rises
 * @param tail share of the length over which it dies out
 */
record Crease(double[] curve, double width, double height, double head, double tail) {

    private static final int PARTS = 14;
    private static final double SOFT_SIDE = 2.4;

    static Crease of(double width, double height, double... curve) {
        return new Crease(curve, width, height, 0.3, 0.45);
    }

    /** A fold that runs on to the edge of the cloth. */
    static Crease open(double width, double height, double... curve) {
        return new Crease(curve, width, height, 0.45, 0.01);
    }

    void press(Field relief) {
        double[] xs = new double[PARTS + 1];
        double[] ys = new double[PARTS + 1];
        Rectangle reach = new Rectangle(-1, -1);
        for (int i = 0; i <= PARTS; i++) {
            double t = i / (double) PARTS;
            xs[i] = Studio.WIDTH / 2.0 + along(0, t);
            ys[i] = along(1, t);
            reach.add(xs[i], ys[i]);
        }
        reach.grow((int) (width * SOFT_SIDE * 2.5), (int) (width * SOFT_SIDE * 2.5));
        Rectangle window = reach.intersection(relief.window);
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                relief.add(x, y, height * profile(xs, ys, x, y));
            }
        }
    }

    private double profile(double[] xs, double[] ys, int x, int y) {
        double nearest = Double.MAX_VALUE;
        double position = 0;
        double side = 1;
        for (int i = 0; i < PARTS; i++) {
            double dx = xs[i + 1] - xs[i];
            double dy = ys[i + 1] - ys[i];
            double t = ((x - xs[i]) * dx + (y - ys[i]) * dy) / (dx * dx + dy * dy);
            double part = Math.max(0, Math.min(1, t));
            double offX = x - xs[i] - part * dx;
            double offY = y - ys[i] - part * dy;
            double distance = offX * offX + offY * offY;
            if (distance < nearest) {
                nearest = distance;
                position = (i + part) / PARTS;
                side = dx * offY - dy * offX;
            }
        }
        double reach = side < 0 ? width : width * SOFT_SIDE;
        return Math.exp(-nearest / (reach * reach)) * rise(position / head) * rise((1 - position) / tail);
    }

    private static double rise(double t) {
        double part = Math.max(0, Math.min(1, t));
        return part * part * (3 - 2 * part);
    }

    private double along(int axis, double t) {
        return (1 - t) * (1 - t) * curve[axis] + 2 * t * (1 - t) * curve[2 + axis] + t * t * curve[4 + axis];
    }
}
