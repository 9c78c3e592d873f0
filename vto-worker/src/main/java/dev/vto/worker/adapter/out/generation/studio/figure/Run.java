package dev.vto.worker.adapter.out.generation.studio.figure;

import java.util.ArrayList;
import java.util.List;

/** A stretch of a shape in one row of pixels, both ends included. */
record Run(int from, int to) {

    private static final int SOLID = 128;

    /**
     * The runs of one row, from left to right.
     *
     * @param alpha 8-bit, by rows
     * @param start of the row in it
     */
    static List<Run> of(byte[] alpha, int start, int width) {
        List<Run> runs = new ArrayList<>();
        int from = -1;
        for (int x = 0; x <= width; x++) {
            boolean solid = x < width && (alpha[start + x] & 0xFF) >= SOLID;
            if (solid && from < 0) {
                from = x;
            } else if (!solid && from >= 0) {
                runs.add(new Run(from, x - 1));
                from = -1;
            }
        }
        return List.copyOf(runs);
    }

    /** All from the first to the last of a row that has some. */
    static Run extent(List<Run> row) {
        return new Run(row.get(0).from(), row.get(row.size() - 1).to());
    }

    /** The run that the line goes through; where it falls between legs or lapels, all from one to the other. */
    static Run around(List<Run> row, double line) {
        return row.stream()
                .filter(run -> run.from() <= line && line <= run.to())
                .findFirst()
                .orElseGet(() -> extent(row));
    }

    int width() {
        return to - from + 1;
    }

    double middle() {
        return (from + to) / 2.0;
    }
}
