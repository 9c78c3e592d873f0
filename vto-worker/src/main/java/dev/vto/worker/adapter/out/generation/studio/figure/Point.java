package dev.vto.worker.adapter.out.generation.studio.figure;

/** A place in a picture, in its pixels. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The place a part of the way to another. */
    Point towards(Point other, double part) {
        return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }
}
