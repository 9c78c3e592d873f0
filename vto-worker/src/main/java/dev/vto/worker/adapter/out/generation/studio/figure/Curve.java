package dev.vto.worker.adapter.out.generation.studio.figure;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/** Smooth outlines. */
final class Curve {

    private Curve() {}

    /** A closed line through points, as Catmull-Rom splines. */
    static Shape through(List<Point> points) {
        Path2D path = new Path2D.Double();
        int count = points.size();
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (int i = 0; i < count; i++) {
            Point before = points.get((i + count - 1) % count);
            Point from = points.get(i);
            Point to = points.get((i + 1) % count);
            Point after = points.get((i + 2) % count);
            path.curveTo(
                    from.x() + (to.x() - before.x()) / 6,
                    from.y() + (to.y() - before.y()) / 6,
                    to.x() - (after.x() - from.x()) / 6,
                    to.y() - (after.y() - from.y()) / 6,
                    to.x(),
                    to.y());
        }
        path.closePath();
        return path;
    }
}
