package dev.vto.worker.adapter.out.generation.studio.figure;

import dev.vto.shared.job.View;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a faceless shop mannequin. Limbs begin where the garments end, so that nothing shows beside a narrow sleeve. */
public final class Mannequin implements Figure {

    private static final List<Double> ARM = List.of(31.0, 30.0, 27.0, 25.0, 26.0, 22.0, 17.0, 14.0);
    private static final List<Double> LEG = List.of(60.0, 59.0, 54.0, 46.0, 39.0, 40.0, 41.0, 35.0, 26.0, 21.0);
    private static final int[] SIDES = {-1, 1};
    private static final double TUCKED = 0.05;
    private static final double NECK_HALF = 42;
    private static final int HEM = 24;

    private final Color color;

    public Mannequin(Color color) {
        this.color = color;
    }

    @Override
    public Layer before(Layer dressed, long seed) {
        Layer picture = Backdrop.draw(seed);
        picture.shadow(dressed, 26, 14, 34, 0.16);
        Layer floor = Layer.of(new Ellipse2D.Double(Body.MIDDLE - 170, Body.SOLE - 34, 340, 44), Color.BLACK);
        return picture.shadow(floor, 0, 0, 16, 0.34).add(dressed);
    }

    @Override
    public Layer body(Pose pose, View view, Layer garments) {
        Layer body = Layer.transparent();
        for (int side : SIDES) {
            body.add(part(foot(side, leg(side, pose).to(), view), 24));
        }
        for (int side : SIDES) {
            Limb arm = arm(side, pose);
            body.add(part(hand(arm), 16)).add(part(arm.outline(begin(arm, garments)), 26));
        }
        Layer trunk = part(trunk(pose, garments), 60);
        trunk.keep(shown(pose, garments));
        trunk.shadow(Layer.of(mirrored(HEAD), color), 4, 10, 8, 0.4);
        return body.add(trunk);
    }

    @Override
    public Layer head() {
        return part(mirrored(HEAD), 72);
    }

    /** It takes the pose that the garment asks for. */
    @Override
    public Layer fitted(Layer garment, Anchors from) {
        return garment;
    }

    /** Half of an arm's thickness a part of the way down. */
    static double armHalf(double part) {
        return arm(1, Pose.STANDING).half(part);
    }

    static double legHalf(double part) {
        return leg(1, Pose.STANDING).half(part);
    }

    private static Shape trunk(Pose pose, Layer garments) {
        Area trunk = new Area(mirrored(TORSO));
        trunk.add(new Area(mirrored(NECK)));
        for (int side : SIDES) {
            Limb leg = leg(side, pose);
            trunk.add(new Area(leg.outline(begin(leg, garments))));
        }
        return trunk;
    }

    static Limb arm(int side, Pose pose) {
        double degrees = side < 0 ? pose.leftArm() : pose.rightArm();
        Point shoulder = shoulderJoint(side);
        double angle = Math.toRadians(degrees);
        return new Limb(
                shoulder,
                new Point(shoulder.x() + side * Math.sin(angle) * Body.ARM, shoulder.y() + Math.cos(angle) * Body.ARM),
                ARM);
    }

    static Point shoulderJoint(int side) {
        return new Point(Body.MIDDLE + side * (Body.SHOULDER_HALF - 27), Body.SHOULDER + 30);
    }

    static Point hipJoint(int side) {
        return new Point(Body.MIDDLE + side * Body.LEG_HALF, Body.HIP + 34);
    }

    static Limb leg(int side, Pose pose) {
        double ankle = side < 0 ? pose.leftAnkle() : pose.rightAnkle();
        return new Limb(hipJoint(side), new Point(Body.MIDDLE + ankle, Body.ANKLE), LEG);
    }

    private static double begin(Limb limb, Layer garments) {
        return Math.max(0, limb.coveredTo(garments) - TUCKED);
    }

    private Layer part(Shape shape, double radius) {
        return Layer.of(shape, color).rounded(radius, 0.62);
    }

    /** Of the trunk: between the garments, but for the neck, and for a shoulder that no sleeve covers. */
    private static Layer.PixelTest shown(Pose pose, Layer garments) {
        int[][] rows = extents(garments);
        boolean bareLeft = arm(-1, pose).coveredTo(garments) == 0;
        boolean bareRight = arm(1, pose).coveredTo(garments) == 0;
        return (x, y) -> {
            boolean nothingWorn = y > Body.CROTCH || rows[y][0] > rows[y][1];
            boolean neck = y < Body.SHOULDER && Math.abs(x - Body.MIDDLE) <= NECK_HALF;
            boolean shoulder = y < Body.CHEST && (x < Body.MIDDLE ? bareLeft : bareRight);
            return nothingWorn || neck || shoulder || (x >= rows[y][0] && x <= rows[y][1]);
        };
    }

    /** First and last column that garments reach in each row or a little above: hems are round and uneven. */
    private static int[][] extents(Layer garments) {
        int[][] rows = new int[Body.HEIGHT][];
        for (int y = 0; y < Body.HEIGHT; y++) {
            int first = Body.WIDTH;
            int last = -1;
            for (int x = 0; x < Body.WIDTH; x++) {
                if (garments.alpha(x, y) >= 128) {
                    first = Math.min(first, x);
                    last = x;
                }
            }
            rows[y] = new int[] {first, last};
        }
        for (int y = Body.HEIGHT - 1; y > 0; y--) {
            if (rows[y][0] <= rows[y][1]) {
                for (int above = Math.max(0, y - HEM); above < y; above++) {
                    rows[y][0] = Math.min(rows[y][0], rows[above][0]);
                    rows[y][1] = Math.max(rows[y][1], rows[above][1]);
                }
            }
        }
        return rows;
    }

    private static Shape hand(Limb arm) {
        double angle = Math.atan2(
                arm.to().x() - arm.from().x(), arm.to().y() - arm.from().y());
        AffineTransform turn =
                AffineTransform.getTranslateInstance(arm.to().x(), arm.to().y());
        turn.rotate(-angle);
        return turn.createTransformedShape(Curve.through(List.of(
                new Point(-13, -26),
                new Point(13, -26),
                new Point(19, 14),
                new Point(16, 52),
                new Point(5, 80),
                new Point(-8, 78),
                new Point(-17, 48),
                new Point(-18, 14))));
    }

    private static Shape foot(int side, Point ankle, View view) {
        double length = view == View.FRONT ? Body.SOLE - ankle.y() : Body.SOLE - 14 - ankle.y();
        double spread = view == View.FRONT ? 36 : 26;
        return Curve.through(List.of(
                new Point(ankle.x() - 20, ankle.y() - 26),
                new Point(ankle.x() + 20, ankle.y() - 26),
                new Point(ankle.x() + side * 8 + spread, ankle.y() + length * 0.72),
                new Point(ankle.x() + side * 8 + spread * 0.6, ankle.y() + length),
                new Point(ankle.x() + side * 8 - spread * 0.6, ankle.y() + length),
                new Point(ankle.x() + side * 8 - spread, ankle.y() + length * 0.72)));
    }

    private static Shape mirrored(List<Point> rightHalf) {
        List<Point> all = new ArrayList<>(rightHalf);
        List<Point> left = rightHalf.stream()
                .filter(point -> point.x() != 0)
                .map(point -> new Point(-point.x(), point.y()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(left);
        all.addAll(left);
        return Curve.through(all.stream()
                .map(point -> new Point(Body.MIDDLE + point.x(), point.y()))
                .toList());
    }

    private static final List<Point> TORSO = List.of(
            new Point(0, Body.NECK - 14),
            new Point(40, Body.NECK - 8),
            new Point(74, Body.NECK + 16),
            new Point(116, Body.SHOULDER - 4),
            new Point(Body.SHOULDER_HALF, Body.SHOULDER + 28),
            new Point(120, 420),
            new Point(Body.CHEST_HALF, Body.CHEST + 20),
            new Point(100, 530),
            new Point(Body.WAIST_HALF, Body.WAIST),
            new Point(102, 660),
            new Point(Body.HIP_HALF, Body.HIP),
            new Point(112, Body.HIP + 50),
            new Point(60, Body.CROTCH + 6),
            new Point(0, Body.CROTCH + 12));

    private static final List<Point> NECK = List.of(
            new Point(0, Body.CHIN - 30),
            new Point(34, Body.CHIN - 30),
            new Point(35, Body.CHIN + 16),
            new Point(42, Body.NECK),
            new Point(30, Body.NECK + 22),
            new Point(0, Body.NECK + 28));

    private static final List<Point> HEAD = List.of(
            new Point(0, Body.HEAD_TOP),
            new Point(38, Body.HEAD_TOP + 10),
            new Point(62, Body.HEAD_TOP + 48),
            new Point(64, Body.HEAD_TOP + 86),
            new Point(54, Body.HEAD_TOP + 128),
            new Point(32, Body.CHIN - 12),
            new Point(0, Body.CHIN));
}
