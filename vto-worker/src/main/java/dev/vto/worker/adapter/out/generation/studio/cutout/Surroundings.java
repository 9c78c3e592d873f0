package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.KMEANS_PP_CENTERS;
import static org.bytedeco.opencv.global.opencv_core.kmeans;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/**
 * What a photo's border tells of its background: the colours found there, and how far every pixel is from the nearest
 * of them, with a mottled background reaching further than a plain one.
 */
final class Surroundings {

    /** A pixel that is further than this from all of the background differs from it altogether. */
    static final double FARTHEST = 60;

    private static final int COLORS = 6;
    /** A colour with a smaller part of the border is more likely the garment, where it touches. */
    private static final double SMALLEST_PART = 0.04;

    private static final double BORDER = 0.04;
    private static final double MOTTLE = 0.12;
    /** A colour that is so much more frequent in the middle than at the border is the garment's. */
    private static final double MUCH_MORE_INSIDE = 1.6;

    private static final double LIKE = 12;

    private final LabImage image;
    private final int[] border;
    private final List<BorderColor> colors;

    private Surroundings(LabImage image) {
        this.image = image;
        this.border = image.border(BORDER);
        this.colors = colors(image, border);
    }

    private record BorderColor(double l, double a, double b, double reach) {

        double distance(LabImage image, int pixel) {
            return image.distance(pixel, l, a, b) / (1 + MOTTLE * reach);
        }
    }

    static Surroundings of(LabImage image) {
        return new Surroundings(image);
    }

    /** Distance of each pixel from the background, 0 to {@value #FARTHEST}; a little more in the middle. */
    float[] distances() {
        return distances(colors);
    }

    /** Likewise, without the colours that are the garment's where it touches the border; the same where none is. */
    float[] distancesWithoutGarment() {
        List<BorderColor> others =
                colors.stream().filter(color -> !isGarments(color)).toList();
        return distances(others.isEmpty() ? colors : others);
    }

    private boolean isGarments(BorderColor color) {
        double atBorder = part(IntStream.of(border), color);
        double inside = part(IntStream.range(0, image.size()).filter(this::isInside), color);
        return inside > MUCH_MORE_INSIDE * atBorder;
    }

    private double part(IntStream pixels, BorderColor color) {
        return pixels.mapToDouble(pixel -> image.distance(pixel, color.l, color.a, color.b) < LIKE ? 1 : 0)
                .average()
                .orElse(0);
    }

    private boolean isInside(int pixel) {
        return fromMiddle(pixel) < 0.3;
    }

    /** Square of the distance from the middle, 1 at the middle of an edge. */
    private double fromMiddle(int pixel) {
        double dx = 2.0 * (pixel % image.width()) / image.width() - 1;
        double dy = 2.0 * (pixel / image.width()) / image.height() - 1;
        return dx * dx + dy * dy;
    }

    private float[] distances(List<BorderColor> from) {
        float[] distances = new float[image.size()];
        for (int i = 0; i < distances.length; i++) {
            double nearest = FARTHEST;
            for (BorderColor color : from) {
                nearest = Math.min(nearest, color.distance(image, i));
            }
            distances[i] = (float) (nearest * (1.25 - 0.5 * Math.min(1, fromMiddle(i))));
        }
        return distances;
    }

    private static List<BorderColor> colors(LabImage image, int[] border) {
        Mat samples = new Mat(border.length, 3, CV_32F);
        FloatIndexer sample = samples.createIndexer();
        for (int i = 0; i < border.length; i++) {
            for (int c = 0; c < 3; c++) {
                sample.put(i, c, image.lab()[border[i] * 3 + c]);
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

    private static List<BorderColor> colors(FloatIndexer samples, IntIndexer labels, FloatIndexer centers, int count) {
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
                .toList();
    }
}
