package dev.vto.local.sample;

import java.awt.BasicStroke;
import java.awt.Shape;

/**
 * A line sewn into a piece.
 *
 * @param groove width of the furrow where two pieces meet, in pixels; 0 for none
 * @param stitch length of a stitch in pixels; 0 if the thread does not show
 */
record Seam(Shape line, Tone thread, double groove, double stitch) {

    static Seam joint(Shape line) {
        return new Seam(line, Tone.of(0), 2.2, 0);
    }

    static Seam stitched(Shape line, Tone thread) {
        return new Seam(line, thread, 0, 5.4);
    }

    static Seam bold(Shape line, Tone thread) {
        return new Seam(line, thread, 0, 8.4);
    }

    BasicStroke furrow() {
        return solid(groove);
    }

    /** The band of cloth that the thread gathers. */
    BasicStroke pucker() {
        return solid(13);
    }

    BasicStroke dashes() {
        float length = (float) stitch;
        return new BasicStroke(
                length / 4f,
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {length * 0.68f, length * 0.6f},
                0);
    }

    private static BasicStroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
}
