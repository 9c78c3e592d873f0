package dev.vto.bench.jobs.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table: ours beside one peer.
 *
 * @param measure its letter and what it is, as "S submit"
 * @param unit of the values
 * @param better which way values are better
 * @param ours null where there is nothing of ours
 * @param peer null where there is none; the note then says why
 * @param goal of the ratio, NaN where there is none
 * @param note what a reader must know, or empty
 */
public record Row(
        String measure,
        String unit,
        Better better,
        @Nullable Result ours,
        @Nullable Result peer,
        double goal,
        String note) {

    /** A measure that could not be taken. */
    public static Row failed(String measure, String why) {
        return new Row(measure, "", Better.HIGHER, null, null, Double.NaN, "failed: " + why);
    }

    /** Which way values are better. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** How many times as good ours is, NaN where that cannot be said. */
    public double ratio() {
        if (ours == null || peer == null) {
            return Double.NaN;
        }
        double own = ours.median().value();
        double other = peer.median().value();
        return better == Better.HIGHER ? own / other : other / own;
    }
}
