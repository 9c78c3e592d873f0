package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.KMEANS_PP_CENTERS;
import static org.bytedeco.opencv.global.opencv_core.kmeans;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.bilateralFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/**
 * What a photo's border tells of its background: the colours found there, and how far every pixel is from the nearest
 * of them, in CIELAB, with lightness counting less than hue and a mottled background reaching further than a plain one.
 */
final class Surroundings {

    private static final int COLORS = 6;
    /** A colour with a smaller part of the border is more likely the garment, where it touches. */
    private static final double SMALLEST_PART = 0.04;

    private static final double BORDER = 0.04;
    private static final double LIGHTNESS = 0.7;
    private static final double MOTTLE = 0.12;
    private static final double FARTHEST = 60;

    private final int width;
    private final int height;
    private final float[] distances;

    private Surroundings(int width, int height, float[] distances) {
        this.width = width;
        this.height = height;
        this.distances = distances;
    }

    /** @param bgr 8-bit BGR, a few hundred pixels wide */
    static Surroundings of(Mat bgr) {
        int width = bgr.cols();
        int height = bgr.rows();
        float[] lab = lab(bgr);
        return new Surroundings(width, height, distances(lab, colors(lab, width, height)));
    }

    /** How far a pixel is from the background, 0 to 60; a little further in the middle, where garments are. */
    double distance(int x, int y) {
        double dx = 2.0 * x / width - 1;
        double dy = 2.0 * y / height - 1;
        return distances[y * width + x] * (1.25 - 0.5 * Math.min(1, dx * dx + dy * dy));
    }

    /** The distance that parts the pixels best into two groups (N. Otsu, 1979), kept where it can make sense. */
    double threshold() {
        int[] histogram = new int[256];
        double sum = 0;
        for (float distance : distances) {
            int bin = (int) (distance * 255 / FARTHEST);
            histogram[bin]++;
            sum += bin;
        }
        double below = 0;
        double belowSum = 0;
        double best = -1;
        int parting = 0;
        for (int bin = 0; bin < 255; bin++) {
            below += histogram[bin];
            belowSum += (double) bin * histogram[bin];
            double above = distances.length - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double gap = belowSum / below - (sum - belowSum) / above;
            if (below * above * gap * gap > best) {
                best = below * above * gap * gap;
                parting = bin;
            }
        }
        return Math.max(5, Math.min(25, parting * FARTHEST / 255));
    }

    private static float[] lab(Mat bgr) {
        Mat smooth = new Mat();
        bilateralFilter(bgr, smooth, 5, 30, 5);
        Mat unit = new Mat();
        smooth.convertTo(unit, CV_32F, 1 / 255.0, 0);
        Mat lab = new Mat();
        cvtColor(unit, lab, COLOR_BGR2Lab);
        float[] values = new float[lab.rows() * lab.cols() * 3];
        lab.<FloatBuffer>createBuffer().get(values);
        return values;
    }

    /** A colour of the border; {@code reach} is how much it varies. */
    private record BorderColor(float l, float a, float b, double reach) {

        double distance(float[] lab, int at) {
            double dl = (lab[at] - l) * LIGHTNESS;
            double da = lab[at + 1] - a;
            double db = lab[at + 2] - b;
            return Math.sqrt(dl * dl + da * da + db * db) / (1 + MOTTLE * reach);
        }
    }

    private static BorderColor[] colors(float[] lab, int width, int height) {
        int frame = Math.max(3, (int) Math.round(BORDER * Math.min(width, height)));
        int[] border = IntStream.range(0, width * height)
                .filter(i -> i % width < frame
                        || i / width < frame
                        || i % width >= width - frame
                        || i / width >= height - frame)
                .toArray();
        Mat samples = new Mat(border.length, 3, CV_32F);
        FloatIndexer sample = samples.createIndexer();
        for (int i = 0; i < border.length; i++) {
            for (int c = 0; c < 3; c++) {
                sample.put(i, c, lab[border[i] * 3 + c]);
            }
        }
        Mat labels = new Mat();
        Mat centers = new Mat();
        setRNGSeed(1);
        kmeans(
                samples,
                COLORS,
                labels,
                new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 20, 0.5),
                2,
                KMEANS_PP_CENTERS,
                centers);
        return colors(sample, labels.createIndexer(), centers.createIndexer(), border.length);
    }

    private static BorderColor[] colors(FloatIndexer samples, IntIndexer labels, FloatIndexer centers, int count) {
        int[] members = new int[COLORS];
        double[] squares = new double[COLORS];
        for (int i = 0; i < count; i++) {
            int label = labels.get(i);
            members[label]++;
            for (int c = 0; c < 3; c++) {
                double off = samples.get(i, c) - centers.get(label, c);
                squares[label] += off * off;
            }
        }
        return IntStream.range(0, COLORS)
                .filter(k -> members[k] >= SMALLEST_PART * count)
                .mapToObj(k -> new BorderColor(
                        centers.get(k, 0), centers.get(k, 1), centers.get(k, 2), Math.sqrt(squares[k] / members[k])))
                .toArray(BorderColor[]::new);
    }

    private static float[] distances(float[] lab, BorderColor[] colors) {
        float[] distances = new float[lab.length / 3];
        for (int i = 0; i < distances.length; i++) {
            double nearest = FARTHEST;
            for (BorderColor color : colors) {
                nearest = Math.min(nearest, color.distance(lab, i * 3));
            }
            distances[i] = (float) nearest;
        }
        return distances;
    }
}
