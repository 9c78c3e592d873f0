package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.util.Arrays;

/**
 * Small patches of like colour (R. Achanta et al.: SLIC Superpixels, 2012): every pixel belongs to the centre that is
 * nearest in colour and place.
 */
final class Superpixels {

    private static final int ROUNDS = 5;
    /** How much place counts beside colour. */
    private static final double COMPACTNESS = 12;

    private final int[] labels;
    private final int count;
    private final double[][] centers;

    private Superpixels(int[] labels, double[][] centers) {
        this.labels = labels;
        this.count = centers.length;
        this.centers = centers;
    }

    /** @param wanted about how many */
    static Superpixels of(LabImage image, int wanted) {
        double step = Math.sqrt((double) image.size() / wanted);
        int columns = Math.max(1, (int) Math.round(image.width() / step));
        int rows = Math.max(1, (int) Math.round(image.height() / step));
        double[][] centers = new double[columns * rows][];
        for (int i = 0; i < centers.length; i++) {
            int x = (int) ((i % columns + 0.5) * image.width() / columns);
            int y = (int) ((i / columns + 0.5) * image.height() / rows);
            int at = (y * image.width() + x) * 3;
            centers[i] = new double[] {image.lab()[at], image.lab()[at + 1], image.lab()[at + 2], x, y};
        }
        int[] labels = new int[image.size()];
        for (int round = 0; round < ROUNDS; round++) {
            assign(image, centers, labels, step);
            move(image, centers, labels);
        }
        return new Superpixels(labels, centers);
    }

    int count() {
        return count;
    }

    int[] labels() {
        return labels;
    }

    /** Its mean lightness, a, b, x and y. */
    double[] center(int label) {
        return centers[label];
    }

    private static void assign(LabImage image, double[][] centers, int[] labels, double step) {
        double[] nearest = new double[image.size()];
        Arrays.fill(nearest, Double.MAX_VALUE);
        double byPlace = COMPACTNESS * COMPACTNESS / (step * step);
        for (int label = 0; label < centers.length; label++) {
            double[] center = centers[label];
            int left = (int) Math.max(0, center[3] - step * 1.5);
            int right = (int) Math.min(image.width() - 1, center[3] + step * 1.5);
            int bottom = (int) Math.min(image.height() - 1, center[4] + step * 1.5);
            for (int y = (int) Math.max(0, center[4] - step * 1.5); y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    int at = y * image.width() + x;
                    double dl = image.lab()[at * 3] - center[0];
                    double da = image.lab()[at * 3 + 1] - center[1];
                    double db = image.lab()[at * 3 + 2] - center[2];
                    double dx = x - center[3];
                    double dy = y - center[4];
                    double distance = dl * dl + da * da + db * db + (dx * dx + dy * dy) * byPlace;
                    if (distance < nearest[at]) {
                        nearest[at] = distance;
                        labels[at] = label;
                    }
                }
            }
        }
    }

    private static void move(LabImage image, double[][] centers, int[] labels) {
        double[][] sums = new double[centers.length][6];
        for (int at = 0; at < labels.length; at++) {
            double[] sum = sums[labels[at]];
            sum[0] += image.lab()[at * 3];
            sum[1] += image.lab()[at * 3 + 1];
            sum[2] += image.lab()[at * 3 + 2];
            sum[3] += at % image.width();
            sum[4] += at / image.width();
            sum[5]++;
        }
        for (int label = 0; label < centers.length; label++) {
            for (int k = 0; k < 5 && sums[label][5] > 0; k++) {
                centers[label][k] = sums[label][k] / sums[label][5];
            }
        }
    }
}
