package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Where the parts of a cut-out garment are, read off its outline. All lengths are pixels of the cut-out; left and right
 * are the viewer's.
 */
final class GarmentShape {

    private final int height;
    private final List<List<Run>> rows;
    private final double middle;
    private final double torsoWidth;

    private GarmentShape(int height, List<List<Run>> rows) {
        this.height = height;
        this.rows = rows;
        this.middle = quantile(0.3, 0.8, 0.5, row -> Run.extent(row).middle());
        this.torsoWidth =
                quantile(0.4, 0.8, 0.25, row -> Run.around(row, middle).width());
    }

    /** @param cutout 8-bit BGRA, cropped to the garment */
    static GarmentShape of(Mat cutout) {
        Mat alpha = new Mat();
        extractChannel(cutout, alpha, 3);
        byte[] bytes = Pixels.toBytes(alpha);
        int width = cutout.cols();
        List<List<Run>> rows = IntStream.range(0, cutout.rows())
                .mapToObj(y -> Run.of(bytes, y * width, width))
                .toList();
        return new GarmentShape(cutout.rows(), rows);
    }

    int height() {
        return height;
    }

    /** The vertical line that the garment hangs on. */
    double middle() {
        return middle;
    }

    /** How wide the body of the garment is, without sleeves. */
    double torsoWidth() {
        return torsoWidth;
    }

    /** How wide the narrowest part of the upper half is, without sleeves. */
    double waistWidth() {
        return quantile(0.14, 0.5, 0.1, row -> Run.around(row, middle).width());
    }

    /** The row in which the garment is first this wide: below collar or hood. */
    int shoulderRow(double width) {
        return IntStream.range(0, height)
                .filter(y -> !rows.get(y).isEmpty() && Run.extent(rows.get(y)).width() >= width)
                .findFirst()
                .orElse(0);
    }

    /** The median width of the rows from one part of the height to another. */
    double width(double from, double to) {
        return quantile(from, to, 0.5, row -> Run.extent(row).width());
    }

    /**
     * Where the left (-1) or right (1) sleeve ends, if the garment has one that stands off its body. Below the upper half
     * a sleeve is parted from the body; what grows wide there in one piece is a flared hem.
     */
    Optional<Point> sleeveEnd(int side) {
        double shoulder = shoulderRow(0.75 * torsoWidth);
        double startX = middle + side * torsoWidth * 0.4;
        List<Point> edge = new ArrayList<>();
        int lowest = legEnd(side).isPresent() ? height / 2 : height;
        for (int y = 0; y < lowest; y++) {
            List<Run> row = rows.get(y);
            if (!row.isEmpty()) {
                Run run = side < 0 ? row.get(0) : row.get(row.size() - 1);
                int x = side < 0 ? run.from() : run.to();
                boolean parted = y < height / 2 || run.from() > middle || run.to() < middle;
                if (parted && (x - middle) * side > torsoWidth * 0.62) {
                    edge.add(new Point(x - side * Math.min(run.width() / 2.0, 0.14 * torsoWidth), y));
                }
            }
        }
        if (edge.isEmpty()) {
            return Optional.empty();
        }
        double[] reach = edge.stream()
                .mapToDouble(point -> Math.hypot(point.x() - startX, point.y() - shoulder))
                .sorted()
                .toArray();
        double far = reach[(int) (reach.length * 0.9)];
        List<Point> tip = edge.stream()
                .filter(point -> Math.hypot(point.x() - startX, point.y() - shoulder) >= far)
                .toList();
        return Optional.of(new Point(
                tip.stream().mapToDouble(Point::x).average().orElseThrow(),
                tip.stream().mapToDouble(Point::y).average().orElseThrow()));
    }

    /** The middle of the left (-1) or right (1) leg near the hem, if the garment parts into two legs. */
    Optional<Point> legEnd(int side) {
        int near = (int) (height * 0.93);
        List<Run> row = rows.get(near).stream()
                .filter(run -> run.width() > 0.08 * torsoWidth)
                .toList();
        if (row.size() != 2) {
            return Optional.empty();
        }
        return Optional.of(new Point(row.get(side < 0 ? 0 : 1).middle(), near));
    }

    private double quantile(double from, double to, double part, ToDoubleFunction<List<Run>> measure) {
        double[] values =
                rows.subList((int) (from * height), Math.max((int) (from * height) + 1, (int) (to * height))).stream()
                        .filter(row -> !row.isEmpty())
                        .mapToDouble(measure)
                        .sorted()
                        .toArray();
        return values.length == 0 ? 1 : values[(int) (part * (values.length - 1))];
    }
}
