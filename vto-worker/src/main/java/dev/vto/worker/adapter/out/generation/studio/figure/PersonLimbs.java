package dev.vto.worker.adapter.out.generation.studio.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where the arms and legs of a standing person are. Lengths are pixels of the silhouette. */
final class PersonLimbs {

    /** From wrist to finger tips, in the mannequin's pixels. */
    private static final double HAND = 80;
    /** What is seen of an arm, as part of the mannequin's; a shorter one is behind the trunk. */
    private static final double SHORTEST_ARM = 0.63;

    private static final double LONGEST_ARM = 1.13;
    /** How an arm hangs that is not seen, in radians from straight down. */
    private static final double HANGING = 0.1;
    /** Half the width, in the mannequin's pixels, of a ring around the shoulder in which an arm is looked for. */
    private static final double RING = 16;
    /** How fast legs can part, as part of the way down. */
    private static final double SPREAD = 0.3;

    private final Silhouette silhouette;
    private final PersonShape shape;
    private final double unit;

    PersonLimbs(Silhouette silhouette, PersonShape shape) {
        this.silhouette = silhouette;
        this.shape = shape;
        this.unit = shape.unit();
    }

    /** Anchors of an arm: what is beyond the trunk, by its distance from the shoulder. */
    List<Point> arm(int side) {
        Point joint = shape.shoulderJoint(side);
        List<Point> outside = silhouette.pixels(joint.y() - 70 * unit, shape.down(Body.CROTCH) + 120 * unit).stream()
                .filter(pixel -> (pixel.x() - shape.middle()) * side > shape.trunkEdge(side, pixel.y()))
                .toList();
        double[] distances =
                outside.stream().mapToDouble(joint::distance).sorted().toArray();
        double reach = distances.length == 0 ? 0 : distances[(int) (0.99 * (distances.length - 1))];
        boolean visible = reach > SHORTEST_ARM * Body.ARM * unit;
        double length = visible ? Math.min(reach - HAND * unit, LONGEST_ARM * Body.ARM * unit) : Body.ARM * unit;
        double ring = RING * unit;
        List<Point> bone = new ArrayList<>(List.of(joint));
        List<Double> thickness = new ArrayList<>();
        for (double part : Anchors.ALONG) {
            List<Point> near = outside.stream()
                    .filter(pixel -> Math.abs(joint.distance(pixel) - part * length) < ring)
                    .toList();
            double usual = Mannequin.armHalf(part) * unit;
            if (visible && near.size() > 2 * ring * usual) {
                bone.add(middle(near));
                thickness.add(within(near.size() / (4 * ring), 0.7 * usual, 1.7 * usual));
            } else {
                Point last = bone.get(bone.size() - 1);
                double step = length / Anchors.ALONG.size();
                bone.add(new Point(last.x() + side * Math.sin(HANGING) * step, last.y() + Math.cos(HANGING) * step));
                thickness.add(usual);
            }
        }
        return Limb.anchors(bone, thickness, side);
    }

    /** Anchors of a leg. */
    List<Point> leg(int side) {
        Point joint = shape.hipJoint(side);
        List<Point> bone = new ArrayList<>(List.of(joint));
        List<Double> thickness = new ArrayList<>();
        double ankle = shape.below(Body.ANKLE);
        for (double part : Anchors.ALONG) {
            double y = joint.y() + part * (ankle - joint.y());
            Run run = legRun(side, y, shape.trunkEdge(side, y) + SPREAD * (y - shape.down(Body.HIP)));
            bone.add(new Point(run.middle(), y));
            double usual = Mannequin.legHalf(part) * unit;
            thickness.add(within(run.width() / 2.0, 0.6 * usual, 1.9 * usual));
        }
        return Limb.anchors(bone, thickness, -1, 1);
    }

    /**
     * Where legs are together, the half of what is there.
     *
     * @param most how far out a leg can be; a hand hangs beside it
     */
    private Run legRun(int side, double y, double most) {
        List<Run> legs = silhouette.row(y).stream()
                .map(run -> new Run((int) Math.max(run.from(), shape.middle() - most), (int)
                        Math.min(run.to(), shape.middle() + most)))
                .filter(run -> run.width() > 20 * unit)
                .toList();
        int line = (int) Math.round(shape.middle());
        if (legs.isEmpty()) {
            int near = (int) Math.round(line + side * Body.LEG_HALF * unit);
            return new Run(near - (int) (30 * unit), near + (int) (30 * unit));
        }
        Run widest = legs.stream().max(Comparator.comparingInt(Run::width)).orElseThrow();
        boolean together = widest.from() < line - 27 * unit && widest.to() > line + 27 * unit;
        Run both = together ? widest : Run.extent(legs);
        int parting = (int) Math.round(both.middle());
        Run half = side < 0 ? new Run(both.from(), parting) : new Run(parting, both.to());
        return together
                ? half
                : legs.stream()
                        .filter(run -> (run.middle() - line) * side > 0)
                        .max(Comparator.comparingInt(Run::width))
                        .orElse(half);
    }

    /** The median, which a few pixels of hip or leg at the same distance do not move. */
    private static Point middle(List<Point> points) {
        return new Point(
                median(points.stream().mapToDouble(Point::x)),
                median(points.stream().mapToDouble(Point::y)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
