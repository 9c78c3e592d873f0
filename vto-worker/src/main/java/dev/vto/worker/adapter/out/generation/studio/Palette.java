package dev.vto.worker.adapter.out.generation.studio;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.KMEANS_PP_CENTERS;
import static org.bytedeco.opencv.global.opencv_core.kmeans;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.adapter.out.generation.studio.letter.ColorName;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** Names the colours of a garment, the most of it first. */
final class Palette {

    private static final int CLUSTERS = 4;
    private static final int MOST_COLORS = 2;
    private static final int SAMPLING_SIZE = 96;
    private static final double SMALLEST_SHARE = 0.18;
    /** Light and shade on a garment change its lightness more than its hue. */
    private static final double LIGHTNESS = 0.7;

    private Palette() {}

    /**
     * @param cutout 8-bit BGRA, colours multiplied by alpha
     * @return one or two names
     */
    static List<ColorName> of(Mat cutout) {
        Mat small = new Mat();
        resize(cutout, small, new Size(SAMPLING_SIZE, SAMPLING_SIZE), 0, 0, INTER_AREA);
        int[] solid = Arrays.stream(Pixels.toArgb(small))
                .filter(pixel -> pixel >>> 24 == 255)
                .toArray();
        if (solid.length < CLUSTERS) {
            return List.of(ColorName.GREY);
        }
        float[] lab = lab(solid);
        Mat samples = new Mat(solid.length, 3, CV_32F);
        samples.<FloatBuffer>createBuffer().put(lab);
        Mat labels = new Mat();
        Mat centers = new Mat();
        setRNGSeed(1);
        kmeans(
                samples,
                CLUSTERS,
                labels,
                new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 20, 0.5),
                2,
                KMEANS_PP_CENTERS,
                centers);
        return named(labels, centers, solid.length);
    }

    private static List<ColorName> named(Mat labels, Mat centers, int count) {
        float[] center = new float[CLUSTERS * 3];
        centers.<FloatBuffer>createBuffer().get(center);
        IntIndexer label = labels.createIndexer();
        Map<ColorName, Double> shares = new EnumMap<>(ColorName.class);
        for (int i = 0; i < count; i++) {
            shares.merge(nearest(center, label.get(i) * 3), 1.0 / count, Double::sum);
        }
        List<ColorName> byShare = shares.entrySet().stream()
                .sorted(Map.Entry.<ColorName, Double>comparingByValue().reversed())
                .filter(entry -> entry.getValue() >= SMALLEST_SHARE)
                .map(Map.Entry::getKey)
                .limit(MOST_COLORS)
                .toList();
        return byShare.isEmpty() ? List.of(ColorName.GREY) : byShare;
    }

    private static ColorName nearest(float[] lab, int at) {
        ColorName nearest = ColorName.BLACK;
        double best = Double.MAX_VALUE;
        for (ColorName name : ColorName.values()) {
            int to = name.ordinal() * 3;
            double distance = Math.hypot(
                    Math.hypot(lab[at + 1] - NAMED[to + 1], lab[at + 2] - NAMED[to + 2]),
                    LIGHTNESS * (lab[at] - NAMED[to]));
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static final float[] NAMED =
            lab(Arrays.stream(ColorName.values()).mapToInt(ColorName::rgb).toArray());

    /** CIELAB of 0xRRGGBB colours, three numbers each. */
    private static float[] lab(int[] rgb) {
        float[] values = new float[rgb.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            values[i * 3] = (rgb[i] >> 16 & 0xFF) / 255f;
            values[i * 3 + 1] = (rgb[i] >> 8 & 0xFF) / 255f;
            values[i * 3 + 2] = (rgb[i] & 0xFF) / 255f;
        }
        try (Mat colors = new Mat(1, rgb.length, CV_32FC3);
                Mat converted = new Mat()) {
            colors.<FloatBuffer>createBuffer().put(values);
            cvtColor(colors, converted, COLOR_RGB2Lab);
            converted.<FloatBuffer>createBuffer().get(values);
            return values;
        }
    }
}
