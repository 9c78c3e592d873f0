package dev.vto.bench.jobs.report;

import java.util.List;

/**
 * The straight line that fits points best, by least squares.
 *
 * @param slope in units of y for each of x
 * @param error of the slope, its standard error; NaN for less than three points
 */
public record Line(double slope, double error) {

    /** A slope within so many of its errors may as well be none (95%). */
    private static final double SURE = 2;

    /** Something that was seen at some time. */
    public record Point(double x, double y) {}

    /** @throws IllegalArgumentException for less than two different x, through which any line goes */
    public static Line through(List<Point> points) {
        int count = points.size();
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(Point::y).average().orElse(0);
        double xx = points.stream().mapToDouble(p -> (p.x() - x) * (p.x() - x)).sum();
        if (xx == 0) {
            throw new IllegalArgumentException(count + " points at one place make no line");
        }
        double slope =
                points.stream().mapToDouble(p -> (p.x() - x) * (p.y() - y)).sum() / xx;
        double rest = points.stream()
                .mapToDouble(p -> p.y() - y - slope * (p.x() - x))
                .map(distance -> distance * distance)
                .sum();
        return new Line(slope, count < 3 ? Double.NaN : Math.sqrt(rest / (count - 2) / xx));
    }

    /** How far the true slope may be from this one (95%). */
    public double margin() {
        return SURE * error;
    }

    /** Whether it surely rises. */
    public boolean rises() {
        return slope > margin();
    }
}
