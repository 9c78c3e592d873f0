package dev.vto.worker.adapter.out.generation.studio.figure;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An arm or a leg: a straight bone with a thickness along it.
 *
 * @param from the joint at the body
 * @param to where the hand or the foot begins
 * @param thickness half widths at equal steps from joint to end, in pixels
 */
record Limb(Point from, Point to, List<Double> thickness) {

    private static final int STEPS = 40;
    /** How far beside the bone a garment still covers it, as part of the thickness. */
    private static final double BESIDE = 0.5;

    Limb {
        thickness = List.copyOf(thickness);
    }

    /** How far down the limb a garment reaches, 0 to 1. */
    double coveredTo(Layer garments) {
        for (int step = STEPS; step > 0; step--) {
            double part = (double) step / STEPS;
            if (isCovered(garments, part)) {
                return part;
            }
        }
        return 0;
    }

    /** The outline from some way down to the end. */
    Shape outline(double begin) {
        List<Point> left = new ArrayList<>();
        List<Point> right = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double part = begin + (1 - begin) * step / STEPS;
            left.add(beside(part, -1));
            right.add(beside(part, 1));
        }
        Collections.reverse(right);
        left.addAll(right);
        return Curve.through(left);
    }

    private boolean isCovered(Layer garments, double part) {
        Point bone = from.towards(to, part);
        Point left = bone.towards(beside(part, -1), BESIDE);
        Point right = bone.towards(beside(part, 1), BESIDE);
        return isSolid(garments, bone) && isSolid(garments, left) && isSolid(garments, right);
    }

    private static boolean isSolid(Layer garments, Point at) {
        return garments.alpha((int) at.x(), (int) at.y()) >= 128;
    }

    private Point beside(double part, int side) {
        Point bone = from.towards(to, part);
        double length = from.distance(to);
        double acrossX = (to.y() - from.y()) / length;
        double acrossY = -(to.x() - from.x()) / length;
        double half = half(part);
        return new Point(bone.x() + side * half * acrossX, bone.y() + side * half * acrossY);
    }

    private double half(double part) {
        double place = part * (thickness.size() - 1);
        int before = Math.min(thickness.size() - 2, (int) place);
        double rest = place - before;
        double smooth = rest * rest * (3 - 2 * rest);
        return thickness.get(before) * (1 - smooth) + thickness.get(before + 1) * smooth;
    }
}
