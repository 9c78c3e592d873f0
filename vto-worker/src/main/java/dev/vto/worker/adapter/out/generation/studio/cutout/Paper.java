package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.util.stream.IntStream;

/**
 * A plain background under uneven light: its colour is a quadratic surface over the picture, fitted at the border
 * without what differs there. What differs from it by little shows, as a white garment on white paper.
 */
final class Paper {

    private static final int TERMS = 6;
    private static final int ROUNDS = 4;
    private static final double BORDER = 0.05;
    /** What is darker than paper may be a shadow on it. */
    private static final double DARKER = 0.5;

    private static final double LEAST_NOISE = 0.7;
    private static final double OUTLIER = 2.5;
    /** Keeps the surface level where the border does not tell, in the middle. */
    private static final double LEVEL = 1e-3;

    private final LabImage image;
    private final double[][] surface = new double[3][];
    private double noise;

    private Paper(LabImage image) {
        this.image = image;
    }

    static Paper of(LabImage image) {
        Paper paper = new Paper(image);
        int[] border = image.border(BORDER);
        int[] agreeing = border;
        for (int round = 0; round < ROUNDS && agreeing.length > border.length / 4; round++) {
            paper.fit(agreeing);
            agreeing = IntStream.of(border)
                    .filter(pixel -> paper.distance(pixel) < OUTLIER * paper.noise)
                    .toArray();
        }
        return paper;
    }

    /** How much the background itself varies, in CIELAB. */
    double noise() {
        return noise;
    }

    /** Of each pixel from the background, in CIELAB. */
    float[] distances() {
        float[] distances = new float[image.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) distance(i);
        }
        return distances;
    }

    private double distance(int pixel) {
        double[] terms = terms(pixel);
        double dl = image.lab()[pixel * 3] - value(0, terms);
        double da = image.lab()[pixel * 3 + 1] - value(1, terms);
        double db = image.lab()[pixel * 3 + 2] - value(2, terms);
        double light = dl < 0 ? DARKER * dl : dl;
        return Math.sqrt(light * light + da * da + db * db);
    }

    private void fit(int[] pixels) {
        for (int channel = 0; channel < 3; channel++) {
            double[][] system = new double[TERMS][TERMS + 1];
            for (int pixel : pixels) {
                double[] terms = terms(pixel);
                for (int i = 0; i < TERMS; i++) {
                    for (int j = 0; j < TERMS; j++) {
                        system[i][j] += terms[i] * terms[j];
                    }
                    system[i][TERMS] += terms[i] * image.lab()[pixel * 3 + channel];
                }
            }
            for (int i = 1; i < TERMS; i++) {
                system[i][i] += LEVEL * pixels.length;
            }
            surface[channel] = LeastSquares.solved(system);
        }
        double[] sorted =
                IntStream.of(pixels).mapToDouble(this::distance).sorted().toArray();
        noise = Math.max(LEAST_NOISE, sorted[sorted.length / 2]);
    }

    private double value(int channel, double[] terms) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += surface[channel][i] * terms[i];
        }
        return sum;
    }

    private double[] terms(int pixel) {
        double x = 2.0 * (pixel % image.width()) / image.width() - 1;
        double y = 2.0 * (pixel / image.width()) / image.height() - 1;
        return new double[] {1, x, y, x * x, x * y, y * y};
    }
}
