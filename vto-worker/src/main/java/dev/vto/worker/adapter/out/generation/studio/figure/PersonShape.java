package dev.vto.worker.adapter.out.generation.studio.figure;

import dev.vto.worker.adapter.out.generation.studio.figure.Anchors.BodyPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the parts of a standing person are, read off the silhouette by the widths of its rows; what they do not tell, as
 * arms that lie against the body, is taken from the mannequin's proportions. Lengths are pixels of the silhouette.
 */
final class PersonShape {

    private static final int[] SIDES = {-1, 1};

    /** Where the shoulder's outline is looked at, as part of the way from the middle to its end. */
    private static final double NEAR_NECK = 0.56;

    private static final double NEAR_ARM = 0.88;

    /** Of the head's width: what is no narrower is no neck, but hair that falls over it. */
    private static final double NECK_WIDTH = 0.82;

    /** How much farther out than the hip a thigh can be, in the mannequin's pixels. */
    private static final double THIGH = 8;

    private static final double BODY_HEIGHT = Body.SOLE - Body.HEAD_TOP;

    private final Silhouette silhouette;
    private final int height;
    /** Pixels of the silhouette in one of the mannequin's. */
    private final double unit;

    private final double headMiddle;
    private final double neck;
    private final double headHalf;
    private final double neckHalf;
    private final double middle;
    private final double shoulderHalf;
    private final double shoulder;
    private final double crotch;
    private final Map<Integer, double[]> halves;

    PersonShape(Silhouette silhouette) {
        this.silhouette = silhouette;
        this.height = silhouette.height();
        this.unit = height / BODY_HEIGHT;
        int top = silhouette.top();
        this.headMiddle = silhouette.quantile(top + 0.02 * height, top + 0.1 * height, 0.5, row -> Run.extent(row)
                .middle());
        double narrowest = silhouette.narrowest(top + 0.09 * height, top + 0.24 * height, this::headWidth);
        double widest = silhouette.quantile(top, narrowest, 1, this::headWidth);
        boolean hidden = headWidth(silhouette.row(narrowest)) > NECK_WIDTH * widest;
        this.neck = hidden ? top + (Body.CHIN - Body.HEAD_TOP) * unit : narrowest;
        this.headHalf = silhouette.quantile(top, neck, 1, this::headWidth) / 2;
        this.neckHalf = Math.min(headWidth(silhouette.row(neck)) / 2, 0.62 * headHalf);
        this.middle = silhouette.quantile(at(Body.CHEST), at(Body.HIP), 0.5, row -> Run.around(row, headMiddle)
                .middle());
        double shoulders =
                silhouette.quantile(neck + 0.07 * height, neck + 0.08 * height, 0.5, row -> Run.around(row, middle)
                        .width());
        this.shoulderHalf = within(shoulders / 2, 0.08 * height, 0.16 * height);
        this.shoulder = (shoulderTop(-1, NEAR_ARM) + shoulderTop(1, NEAR_ARM)) / 2 + 4 * unit;
        this.crotch = crotch();
        this.halves = Map.of(-1, halves(-1), 1, halves(1));
    }

    /** Whether it can be one person who stands upright: with a head, shoulders and feet, and no wider than arms reach. */
    boolean isPerson() {
        double feet = silhouette.quantile(
                silhouette.bottom() - 0.05 * height, silhouette.bottom(), 0.5, row -> Run.extent(row)
                        .width());
        double mass = silhouette.pixels(silhouette.top(), silhouette.bottom()).size() / ((double) height * height);
        return headHalf > 0.03 * height
                && headHalf < 0.1 * height
                && shoulderHalf > 1.15 * headHalf
                && Math.abs(headMiddle - middle) < 0.06 * height
                && feet < 0.4 * height
                && mass > 0.1
                && mass < 0.42;
    }

    Anchors anchors() {
        Map<BodyPart, List<Point>> points = new EnumMap<>(BodyPart.class);
        points.put(BodyPart.TRUNK, trunk());
        PersonLimbs limbs = new PersonLimbs(silhouette, this);
        for (int side : SIDES) {
            points.put(BodyPart.arm(side), scaled(limbs.arm(side)));
            points.put(BodyPart.leg(side), scaled(limbs.leg(side)));
        }
        return new Anchors(points);
    }

    /** Of the neck at its narrowest, in the picture. */
    Point neckInPicture() {
        return scaled(new Point(headMiddle, neck));
    }

    double neckHalfInPicture() {
        return neckHalf * Silhouette.STEP;
    }

    /** Pixels of the silhouette in one of the mannequin's. */
    double unit() {
        return unit;
    }

    double middle() {
        return middle;
    }

    /** Where an arm begins. */
    Point shoulderJoint(int side) {
        return new Point(middle + side * (shoulderHalf - 27 * unit), shoulder + 30 * unit);
    }

    Point hipJoint(int side) {
        return new Point(middle + side * Body.LEG_HALF * unit, down(Body.HIP) + 34 * unit);
    }

    private List<Point> trunk() {
        List<Point> points = new ArrayList<>();
        points.add(new Point(headMiddle, silhouette.top()));
        points.add(new Point(headMiddle, neck));
        for (double row : new double[] {Body.CHEST, Body.WAIST, Body.HIP}) {
            points.add(new Point(middle, down(row)));
        }
        points.add(new Point(middle, crotch));
        for (double row : new double[] {Body.KNEE, Body.ANKLE}) {
            points.add(new Point(middle, below(row)));
        }
        for (int side : SIDES) {
            points.add(new Point(middle + side * shoulderHalf * NEAR_NECK, shoulderTop(side, NEAR_NECK)));
            points.add(new Point(middle + side * shoulderHalf * NEAR_ARM, shoulderTop(side, NEAR_ARM)));
            points.add(new Point(middle + side * shoulderHalf, shoulder + 28 * unit));
            for (int i = 0; i < Anchors.SIDE.size(); i++) {
                points.add(new Point(
                        middle + side * half(side, i), down(Anchors.SIDE.get(i).y())));
            }
        }
        return scaled(points);
    }

    /** How far the trunk reaches to one side at each anchor of it. */
    private double[] halves(int side) {
        return Anchors.SIDE.stream()
                .mapToDouble(edge -> half(side, down(edge.y()), edge.x()))
                .toArray();
    }

    private double half(int side, int anchor) {
        return Objects.requireNonNull(halves.get(side))[anchor];
    }

    /** How far the trunk reaches to one side in a row; where an arm lies against it, without the arm. */
    private double half(int side, double y, double typical) {
        double reach = Double.MAX_VALUE;
        boolean parted = false;
        for (double row = y - 0.012 * height; row <= y + 0.012 * height; row++) {
            List<Run> runs = silhouette.row(row);
            if (!runs.isEmpty()) {
                Run run = Run.around(runs, middle);
                Run all = Run.extent(runs);
                reach = Math.min(reach, side < 0 ? middle - run.from() : run.to() - middle);
                parted |= side < 0 ? all.from() < run.from() : all.to() > run.to();
            }
        }
        double most = 1.35 * typical * unit;
        return parted || reach < most ? reach : Math.max(typical * unit, reach - 50 * unit);
    }

    /** How far the trunk reaches to one side in a row; what is beyond is of an arm. */
    double trunkEdge(int side, double y) {
        if (y < down(Anchors.SIDE.get(0).y())) {
            return Math.min(half(side, 0), shoulderHalf - 40 * unit);
        }
        int last = Anchors.SIDE.size() - 1;
        for (int i = 0; i < last; i++) {
            double above = down(Anchors.SIDE.get(i).y());
            double below = down(Anchors.SIDE.get(i + 1).y());
            if (y < below) {
                return half(side, i) + (y - above) / (below - above) * (half(side, i + 1) - half(side, i));
            }
        }
        return half(side, last) + THIGH * unit;
    }

    private double crotch() {
        int from = (int) (silhouette.top() + 0.44 * height);
        int to = (int) (silhouette.top() + 0.58 * height);
        for (int y = from; y < to; y++) {
            boolean parted = true;
            for (int below = y; below < y + 0.03 * height; below++) {
                List<Run> row = silhouette.row(below);
                parted &= row.stream()
                        .noneMatch(run -> run.from() < middle - 0.02 * height && run.to() > middle + 0.02 * height);
            }
            if (parted) {
                return y;
            }
        }
        return at(Body.CROTCH);
    }

    private double headWidth(List<Run> row) {
        return row.isEmpty() ? 0 : Run.around(row, headMiddle).width();
    }

    /** The outline of the shoulder a part of the way from the middle to its end. */
    private double shoulderTop(int side, double part) {
        double last = neck + (part == NEAR_NECK ? 0.055 : 0.075) * height;
        return silhouette.topAt(middle + side * part * shoulderHalf, neck + 0.01 * height, last);
    }

    /** A row of the mannequin by the person's whole height. */
    private double at(double row) {
        return silhouette.top() + (row - Body.HEAD_TOP) * unit;
    }

    /** A row of the mannequin's trunk, between shoulders and crotch. */
    double down(double row) {
        return shoulder + (row - Body.SHOULDER) / (Body.CROTCH - Body.SHOULDER) * (crotch - shoulder);
    }

    /** A row of the mannequin's legs. */
    double below(double row) {
        return crotch + (row - Body.CROTCH) / (Body.SOLE - Body.CROTCH) * (silhouette.bottom() - crotch);
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static List<Point> scaled(List<Point> points) {
        return points.stream().map(PersonShape::scaled).toList();
    }

    private static Point scaled(Point point) {
        return new Point((point.x() + 0.5) * Silhouette.STEP, (point.y() + 0.5) * Silhouette.STEP);
    }
}
