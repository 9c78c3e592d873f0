package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How much each pixel stands out as the thing in the picture, 0 to 1 (W. Zhu et al.: Saliency Optimization from Robust
 * Background Detection, 2014). Background is what is connected to much of the border for its size, so that a garment may
 * touch the border without being taken for it.
 */
final class Saliency {

    private static final int PATCHES = 260;
    private static final double COLOR = 10;
    private static final double PLACE = 0.3;
    private static final double BORDER = 1;
    private static final double LEAST_TIE = 0.1;

    private final Superpixels patches;
    private final int count;
    private final double[][] colors;
    private final Set<Integer>[] neighbours;
    private final boolean[] atBorder;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of sets
    private Saliency(LabImage image) {
        this.patches = Superpixels.of(image, PATCHES);
        this.count = patches.count();
        this.neighbours = new Set[count];
        this.atBorder = new boolean[count];
        Arrays.setAll(neighbours, i -> new HashSet<>());
        connect(image);
        this.colors = new double[count][count];
        for (int i = 0; i < count; i++) {
            double[] one = patches.center(i);
            for (int j = 0; j < count; j++) {
                double[] other = patches.center(j);
                colors[i][j] =
                        Math.sqrt(square(one[0] - other[0]) + square(one[1] - other[1]) + square(one[2] - other[2]));
            }
        }
    }

    /** One number a pixel. */
    static float[] of(LabImage image) {
        Saliency saliency = new Saliency(image);
        double[] background = saliency.background();
        double[] standing = saliency.optimized(background, saliency.contrast(background, image));
        float[] pixels = new float[image.size()];
        int[] labels = saliency.patches.labels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) standing[labels[i]];
        }
        return pixels;
    }

    private void connect(LabImage image) {
        int[] labels = patches.labels();
        int width = image.width();
        for (int i = 0; i < labels.length; i++) {
            int x = i % width;
            int y = i / width;
            if (x + 1 < width) {
                tie(labels[i], labels[i + 1]);
            }
            if (y + 1 < image.height()) {
                tie(labels[i], labels[i + width]);
            }
            if (x == 0 || y == 0 || x == width - 1 || y == image.height() - 1) {
                atBorder[labels[i]] = true;
            }
        }
    }

    private void tie(int one, int other) {
        if (one != other) {
            neighbours[one].add(other);
            neighbours[other].add(one);
        }
    }

    /** Likelihood of being background, 0 to 1, by the connection to the border. */
    private double[] background() {
        double[] smallest = new double[count];
        for (int i = 0; i < count; i++) {
            int from = i;
            smallest[i] = neighbours[i].stream()
                    .mapToDouble(to -> colors[from][to])
                    .min()
                    .orElse(0);
        }
        double unnoticed = Arrays.stream(smallest).average().orElse(0) * 1.5;
        double[] background = new double[count];
        for (int i = 0; i < count; i++) {
            double[] way = ways(i, unnoticed);
            double area = 0;
            double border = 0;
            for (int j = 0; j < count; j++) {
                double near = Math.exp(-square(way[j]) / (2 * COLOR * COLOR));
                area += near;
                border += atBorder[j] ? near : 0;
            }
            double connection = border / Math.sqrt(area);
            background[i] = 1 - Math.exp(-square(connection) / (2 * BORDER * BORDER));
        }
        return background;
    }

    /** The least change of colour on the way from one patch to each (Dijkstra). */
    private double[] ways(int from, double unnoticed) {
        double[] way = new double[count];
        boolean[] done = new boolean[count];
        Arrays.fill(way, Double.MAX_VALUE);
        way[from] = 0;
        for (int round = 0; round < count; round++) {
            int next = -1;
            for (int i = 0; i < count; i++) {
                if (!done[i] && (next < 0 || way[i] < way[next])) {
                    next = i;
                }
            }
            if (way[next] > 4 * COLOR) {
                return way;
            }
            done[next] = true;
            for (int to : neighbours[next]) {
                way[to] = Math.min(way[to], way[next] + Math.max(0, colors[next][to] - unnoticed));
            }
        }
        return way;
    }

    /** How much each patch differs from what is background near it, 0 to 1. */
    private double[] contrast(double[] background, LabImage image) {
        double longer = Math.max(image.width(), image.height());
        double[] contrast = new double[count];
        for (int i = 0; i < count; i++) {
            double[] one = patches.center(i);
            for (int j = 0; j < count; j++) {
                double[] other = patches.center(j);
                double apart = (square(one[3] - other[3]) + square(one[4] - other[4])) / square(longer);
                contrast[i] += colors[i][j] * Math.exp(-apart / (2 * PLACE * PLACE)) * background[j];
            }
        }
        double[] sorted = contrast.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double high = Math.max(low + 1e-6, sorted[count * 98 / 100]);
        for (int i = 0; i < count; i++) {
            contrast[i] = Math.min(1, (contrast[i] - low) / (high - low));
        }
        return contrast;
    }

    /** The smooth solution that is 0 where background is likely and 1 where contrast is high, by least squares. */
    private double[] optimized(double[] background, double[] contrast) {
        double[][] system = new double[count][count + 1];
        for (int i = 0; i < count; i++) {
            system[i][i] += background[i] + contrast[i] * (1 - background[i]) + 1e-6;
            system[i][count] = contrast[i] * (1 - background[i]);
            for (int to : neighbours[i]) {
                double tie = Math.exp(-square(colors[i][to]) / (2 * COLOR * COLOR)) + LEAST_TIE;
                system[i][i] += tie;
                system[i][to] -= tie;
            }
        }
        return LeastSquares.solved(system);
    }

    private static double square(double value) {
        return value * value;
    }
}
