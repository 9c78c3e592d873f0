package dev.vto.worker.adapter.out.generation.studio.cutout;

/** Parts numbers into two groups. */
final class Otsu {

    private static final int BINS = 256;

    private Otsu() {}

    /**
     * The number that parts them best (N. Otsu, 1979).
     *
     * @param top the largest number; larger ones count as that
     */
    static double threshold(float[] values, double top) {
        int[] histogram = new int[BINS];
        double sum = 0;
        for (float value : values) {
            int bin = (int) (Math.max(0, Math.min(top, value)) * (BINS - 1) / top);
            histogram[bin]++;
            sum += bin;
        }
        double below = 0;
        double belowSum = 0;
        double best = -1;
        int parting = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += histogram[bin];
            belowSum += (double) bin * histogram[bin];
            double above = values.length - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double gap = belowSum / below - (sum - belowSum) / above;
            if (below * above * gap * gap > best) {
                best = below * above * gap * gap;
                parting = bin;
            }
        }
        return parting * top / (BINS - 1);
    }
}
