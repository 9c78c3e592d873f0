package dev.vto.bench.cutout;

/**
 * Intersection over union of what was found with what was drawn, 0 to 1.
 *
 * @param clear without the pixels near the edge of what was drawn, which a hand cannot tell
 * @param whole of every pixel
 */
record Overlap(double clear, double whole) {

    /** Pixels on either side of a drawn edge that do not count. */
    static final int UNSURE = 2;

    /** @param found of the same size as {@code drawn} */
    static Overlap of(Mask found, Mask drawn) {
        int clearBoth = 0;
        int clearEither = 0;
        int both = 0;
        int either = 0;
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < drawn.width(); x++) {
                boolean isFound = found.at(x, y);
                boolean isDrawn = drawn.at(x, y);
                if (!isFound && !isDrawn) {
                    continue;
                }
                either++;
                both += isFound && isDrawn ? 1 : 0;
                if (!drawn.isEdge(x, y, UNSURE)) {
                    clearEither++;
                    clearBoth += isFound && isDrawn ? 1 : 0;
                }
            }
        }
        return new Overlap(part(clearBoth, clearEither), part(both, either));
    }

    private static double part(int of, int all) {
        return all == 0 ? 0 : (double) of / all;
    }
}
