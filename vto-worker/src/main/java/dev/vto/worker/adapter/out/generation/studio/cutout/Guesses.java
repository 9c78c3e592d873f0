package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.util.List;
import java.util.function.Supplier;

/** Several ways of telling which pixels may be garment, the one that is right most often first. */
final class Guesses {

    /** Differences in CIELAB between which a threshold can make sense. */
    private static final double LEAST = 5;

    private static final double MOST = 25;

    /** A guess that leaves less than this part of the photo has taken a print or a button for the garment. */
    private static final double SMALLEST_GARMENT = 0.1;

    private static final int MOST_ROUNDS = 4;
    private static final double LOWER = 0.6;
    /** What differs from plain paper by so many times the paper's own variation is not paper. */
    private static final double OFF_PAPER = 3.5;

    private static final double LEAST_OFF_PAPER = 3;

    private Guesses() {}

    /** Each is made when it is asked for: 255 where garment is likely, 0 elsewhere. */
    static List<Supplier<byte[]>> of(LabImage image) {
        Surroundings surroundings = Surroundings.of(image);
        return List.of(
                () -> byColor(surroundings.distancesWithoutGarment()),
                () -> bySaliency(image),
                () -> byColor(surroundings.distances()),
                () -> offPaper(image));
    }

    private static byte[] byColor(float[] distances) {
        return above(distances, Math.max(LEAST, Math.min(MOST, Otsu.threshold(distances, Surroundings.FARTHEST))));
    }

    private static byte[] bySaliency(LabImage image) {
        float[] salient = Saliency.of(image);
        return above(salient, Otsu.threshold(salient, 1));
    }

    private static byte[] offPaper(LabImage image) {
        Paper paper = Paper.of(image);
        return above(paper.distances(), Math.max(LEAST_OFF_PAPER, OFF_PAPER * paper.noise()));
    }

    private static byte[] above(float[] values, double threshold) {
        byte[] above = new byte[values.length];
        int count = 0;
        double from = threshold;
        for (int round = 0; round < MOST_ROUNDS && count < SMALLEST_GARMENT * values.length; round++) {
            count = 0;
            for (int i = 0; i < above.length; i++) {
                above[i] = (byte) (values[i] > from ? 255 : 0);
                count += values[i] > from ? 1 : 0;
            }
            from *= LOWER;
        }
        return above;
    }
}
