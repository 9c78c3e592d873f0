package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** The outline of a figure as runs of pixels, a quarter of the picture's size. */
final class Silhouette {

    static final int STEP = 4;

    private final List<List<Run>> rows;
    private final int top;
    private final int bottom;

    private Silhouette(List<List<Run>> rows) {
        this.rows = rows;
        this.top = IntStream.range(0, rows.size())
                .filter(this::isFilled)
                .findFirst()
                .orElse(0);
        this.bottom =
                IntStream.range(0, rows.size()).filter(this::isFilled).max().orElse(0);
    }

    /** @param alpha 8-bit */
    static Silhouette of(Mat alpha) {
        int width = alpha.cols() / STEP;
        int height = alpha.rows() / STEP;
        Mat small = new Mat();
        resize(alpha, small, new Size(width, height), 0, 0, INTER_AREA);
        byte[] bytes = Pixels.toBytes(small);
        return new Silhouette(IntStream.range(0, height)
                .mapToObj(y -> Run.of(bytes, y * width, width))
                .toList());
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    int height() {
        return bottom - top;
    }

    /** The runs of a row; none above, below and where there is a gap. */
    List<Run> row(double y) {
        int row = (int) Math.round(y);
        return row < 0 || row >= rows.size() ? List.of() : rows.get(row);
    }

    /** The quantile of a measure over the rows that have something. */
    double quantile(double from, double to, double part, ToDoubleFunction<List<Run>> measure) {
        double[] values = IntStream.rangeClosed((int) Math.round(from), (int) Math.round(to))
                .filter(this::isFilled)
                .mapToObj(rows::get)
                .mapToDouble(measure)
                .sorted()
                .toArray();
        return values.length == 0 ? 0 : values[(int) (part * (values.length - 1))];
    }

    /** The row in which a measure is least. */
    double narrowest(double from, double to, ToDoubleFunction<List<Run>> measure) {
        return IntStream.rangeClosed((int) Math.round(from), (int) Math.round(to))
                .filter(this::isFilled)
                .boxed()
                .min(Comparator.comparingDouble(y -> measure.applyAsDouble(rows.get(y))))
                .map(Integer::doubleValue)
                .orElse(from);
    }

    /** The first row from another on in which a column is filled, but no later than a last one. */
    double topAt(double x, double from, double last) {
        int y = (int) Math.round(from);
        while (y < last && row(y).stream().noneMatch(run -> run.from() <= x && x <= run.to())) {
            y++;
        }
        return y;
    }

    /** All pixels of some rows. */
    List<Point> pixels(double from, double to) {
        List<Point> pixels = new ArrayList<>();
        for (int y = (int) from; y <= to; y++) {
            for (Run run : row(y)) {
                for (int x = run.from(); x <= run.to(); x++) {
                    pixels.add(new Point(x, y));
                }
            }
        }
        return pixels;
    }

    private boolean isFilled(int y) {
        return y >= 0 && y < rows.size() && !rows.get(y).isEmpty();
    }
}
