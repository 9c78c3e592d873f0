package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_HEIGHT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_LEFT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_TOP;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_WIDTH;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.nio.IntBuffer;
import java.util.function.IntPredicate;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** The connected regions of a mask: bytes of 0 and 255. */
final class Regions {

    private final Mat mask;
    private final int[] labels;
    private final int count;
    private final IntIndexer stats;
    private final DoubleIndexer centers;

    private Regions(Mat mask) {
        this.mask = mask;
        Mat labelled = new Mat();
        Mat statistics = new Mat();
        Mat centroids = new Mat();
        this.count = connectedComponentsWithStats(mask, labelled, statistics, centroids);
        this.labels = new int[mask.rows() * mask.cols()];
        labelled.<IntBuffer>createBuffer().get(labels);
        this.stats = statistics.createIndexer();
        this.centers = centroids.createIndexer();
    }

    /** Keeps the one region that is large and near the middle, and drops the rest. */
    static void keepMain(Mat mask) {
        Regions regions = new Regions(mask);
        int main = 0;
        double best = 0;
        for (int region = 1; region < regions.count; region++) {
            double dx = regions.centers.get(region, 0) / mask.cols() - 0.5;
            double dy = regions.centers.get(region, 1) / mask.rows() - 0.5;
            double weight = regions.area(region) * (1 - 1.2 * Math.hypot(dx, dy));
            if (weight > best) {
                best = weight;
                main = region;
            }
        }
        int kept = main;
        regions.paint(region -> region != kept, 0);
    }

    /** Fills the holes that are smaller than a part of the mask's own area. */
    static void fillHoles(Mat mask, double part) {
        fillHoles(mask, part, (holes, hole) -> true);
    }

    /** Likewise, but only those that pass a test. */
    static void fillHoles(Mat mask, double part, HoleTest test) {
        Mat outside = new Mat();
        bitwise_not(mask, outside);
        Regions holes = new Regions(outside);
        double largest = part * countNonZero(mask);
        Regions onMask = new Regions(mask, holes);
        boolean[] filled = new boolean[holes.count];
        for (int hole = 1; hole < filled.length; hole++) {
            filled[hole] = holes.isInside(hole) && holes.area(hole) < largest && test.isFilled(holes, hole);
        }
        onMask.paint(hole -> filled[hole], 255);
    }

    /** Which holes are part of the garment. */
    @FunctionalInterface
    interface HoleTest {

        /** @param holes of the mask, and what is around it */
        boolean isFilled(Regions holes, int hole);
    }

    /** The labels of one mask, to be painted on another of the same size. */
    private Regions(Mat mask, Regions labelled) {
        this.mask = mask;
        this.labels = labelled.labels;
        this.count = labelled.count;
        this.stats = labelled.stats;
        this.centers = labelled.centers;
    }

    /** The region of each pixel; 0 is what is in none. */
    int[] labels() {
        return labels;
    }

    Rect box(int region) {
        return new Rect(
                stats.get(region, CC_STAT_LEFT),
                stats.get(region, CC_STAT_TOP),
                stats.get(region, CC_STAT_WIDTH),
                stats.get(region, CC_STAT_HEIGHT));
    }

    int area(int region) {
        return stats.get(region, CC_STAT_AREA);
    }

    boolean isInside(int region) {
        Rect box = box(region);
        return box.x() > 0
                && box.y() > 0
                && box.x() + box.width() < mask.cols()
                && box.y() + box.height() < mask.rows();
    }

    private void paint(IntPredicate region, int value) {
        byte[] bytes = Pixels.toBytes(mask);
        for (int i = 0; i < bytes.length; i++) {
            if (region.test(labels[i])) {
                bytes[i] = (byte) value;
            }
        }
        mask.data().put(bytes);
    }
}
