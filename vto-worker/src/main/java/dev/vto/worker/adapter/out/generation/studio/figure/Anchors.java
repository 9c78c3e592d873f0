package dev.vto.worker.adapter.out.generation.studio.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Points of a body in a picture, the same ones in the same order for every body: garments are fitted from one body on
 * another by them.
 *
 * @param points by part; left and right are the viewer's
 */
record Anchors(Map<BodyPart, List<Point>> points) {

    /** Points that garments are fitted by together, or not at all. */
    enum BodyPart {
        TRUNK,
        LEFT_ARM,
        RIGHT_ARM,
        LEFT_LEG,
        RIGHT_LEG;

        static BodyPart arm(int side) {
            return side < 0 ? LEFT_ARM : RIGHT_ARM;
        }

        static BodyPart leg(int side) {
            return side < 0 ? LEFT_LEG : RIGHT_LEG;
        }
    }

    /** Where along a limb, from joint to end, there are anchors. */
    static final List<Double> ALONG = List.of(0.12, 0.25, 0.5, 0.75, 1.0);

    /** Of the mannequin's shoulder, on which garments lie, by distance from the middle and row. */
    static final List<Point> SHOULDER = List.of(
            new Point(74, Body.NECK + 24),
            new Point(116, Body.SHOULDER + 4),
            new Point(Body.SHOULDER_HALF, Body.SHOULDER + 34));

    /** Of the mannequin's side, from armpit to hip, by distance from the middle and row. */
    static final List<Point> SIDE = List.of(
            new Point(Body.CHEST_HALF, Body.CHEST),
            new Point(100, 530),
            new Point(Body.WAIST_HALF, Body.WAIST),
            new Point(102, 660),
            new Point(Body.HIP_HALF, Body.HIP));

    Anchors {
        points = Map.copyOf(points);
    }

    /**
     * Where parts of a mannequin are, arms as far as a garment covers them.
     *
     * @param pose the garment's own
     */
    static Anchors ofMannequin(Pose pose, Set<BodyPart> parts, Layer garment) {
        List<Point> trunk = new ArrayList<>();
        for (double row : new double[] {
            Body.HEAD_TOP, Body.CHIN, Body.CHEST, Body.WAIST, Body.HIP, Body.CROTCH, Body.KNEE, Body.ANKLE
        }) {
            trunk.add(new Point(Body.MIDDLE, row));
        }
        Map<BodyPart, List<Point>> points = new EnumMap<>(BodyPart.class);
        for (int side : new int[] {-1, 1}) {
            for (Point edge : SHOULDER) {
                trunk.add(new Point(Body.MIDDLE + side * edge.x(), edge.y()));
            }
            for (Point edge : SIDE) {
                trunk.add(new Point(Body.MIDDLE + side * edge.x(), edge.y()));
            }
            Limb arm = Mannequin.arm(side, pose);
            points.put(BodyPart.arm(side), arm.anchors(arm.coveredTo(garment), garment, side));
            points.put(BodyPart.leg(side), Mannequin.leg(side, pose).anchors(1, garment, -1, 1));
        }
        points.put(BodyPart.TRUNK, trunk);
        points.keySet().retainAll(parts);
        return new Anchors(points);
    }

    /** In the order of the parts. */
    List<Point> all() {
        return Stream.of(BodyPart.values())
                .flatMap(part -> points.getOrDefault(part, List.of()).stream())
                .toList();
    }

    /** As many points of each part as another body has: those that a garment covers. */
    Anchors like(Anchors other) {
        Map<BodyPart, List<Point>> same = new EnumMap<>(BodyPart.class);
        other.points.forEach((part, some) ->
                same.put(part, points.getOrDefault(part, List.of()).subList(0, some.size())));
        return new Anchors(same);
    }
}
