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

    /** An anchor so far below the end of a sleeve still turns it, as part of the limb. */
    private static final double BEYOND = 0.1;

    /** Half of a sleeve's width at most, as part of the arm's own. */
    private static final double WIDEST_SLEEVE = 3.5;

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

    /**
     * Anchors of an arm or a leg like this one, as far down as a garment covers it, along the middle of its sleeve or leg.
     *
     * @param covered part of the limb, 0 to 1
     * @param sides of the bone, -1 for the left and 1 for the right
     */
    List<Point> anchors(double covered, Layer garment, int... sides) {
        List<Double> along = Anchors.ALONG.stream()
                .filter(part -> part <= Math.max(covered + BEYOND, Anchors.ALONG.get(0)))
                .toList();
        List<Point> bone = new ArrayList<>(List.of(from));
        along.forEach(part -> bone.add(inMiddle(garment, part)));
        return anchors(bone, along.stream().map(this::half).toList(), sides);
    }

    /** A point of the bone, moved to the middle of what covers it where that is a sleeve and not the body too. */
    private Point inMiddle(Layer garment, double part) {
        double most = WIDEST_SLEEVE * half(part);
        double left = reach(garment, part, -1, most);
        double right = reach(garment, part, 1, most);
        boolean isSleeve = left > 0 && right > 0 && left < most && right < most;
        return isSleeve ? across(part, (right - left) / 2) : across(part, 0);
    }

    /** How far a garment reaches to one side of the bone. */
    private double reach(Layer garment, double part, int side, double most) {
        double reach = 0;
        while (reach < most && isSolid(garment, across(part, side * reach))) {
            reach++;
        }
        return reach;
    }

    /** So many pixels to the right of the bone. */
    private Point across(double part, double right) {
        Point bone = from.towards(to, part);
        double length = from.distance(to);
        return new Point(
                bone.x() + right * (to.y() - from.y()) / length, bone.y() - right * (to.x() - from.x()) / length);
    }

    /**
     * Anchors of an arm or a leg: of its joint, and then along the bone and beside it.
     *
     * @param bone from the joint to the end
     * @param halves half of the thickness at each of its points but the joint
     * @param sides of the bone, -1 for the left and 1 for the right
     */
    static List<Point> anchors(List<Point> bone, List<Double> halves, int... sides) {
        List<Point> anchors = new ArrayList<>(List.of(bone.get(0)));
        for (int i = 1; i < bone.size(); i++) {
            Point before = bone.get(i - 1);
            Point after = bone.get(Math.min(i + 1, bone.size() - 1));
            Point at = bone.get(i);
            double half = halves.get(i - 1) / before.distance(after);
            double acrossX = (after.y() - before.y()) * half;
            double acrossY = -(after.x() - before.x()) * half;
            anchors.add(at);
            for (int side : sides) {
                anchors.add(new Point(at.x() + side * acrossX, at.y() + side * acrossY));
            }
        }
        return anchors;
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
        return across(part, side * half(part));
    }

    /** Half of the thickness a part of the way down. */
    double half(double part) {
        double place = part * (thickness.size() - 1);
        int before = Math.min(thickness.size() - 2, (int) place);
        double rest = place - before;
        double smooth = rest * rest * (3 - 2 * rest);
        return thickness.get(before) * (1 - smooth) + thickness.get(before + 1) * smooth;
    }
}
