package dev.vto.local.sample;

/** Wooden boards that run from top to bottom. */
record Planks(Tone light, Tone dark, Noise noise) implements Backdrop {

    private static final double BOARD = 243;
    private static final double GAP = 2.2;
    private static final double KNOT_ROW = 900;

    @Override
    public Tone at(int x, int y) {
        double bent = x + 40 + 2 * noise.at(y / 260.0, 8);
        int board = (int) Math.floor(bent / BOARD);
        double across = bent - board * BOARD;
        double along = y + 1000 * noise.dice(board, 3);
        int row = (int) Math.floor(along / KNOT_ROW);
        double knotX = BOARD * (0.5 + 0.3 * noise.dice(board, row + 70));
        double knotY = (row + 0.5 + 0.3 * noise.dice(board + 40, row)) * KNOT_ROW;
        double size = 11 + 5 * noise.dice(board + 80, row);
        double dx = (across - knotX) / size;
        double dy = (along - knotY) / size;
        double near = Math.exp(-(dx * dx + dy * dy / 7) / 7);
        double core = Math.exp(-(dx * dx + dy * dy / 1.7));

        double flow = across
                + 22 * noise.layered(across / 140 + board * 9, along / 620, 2)
                + near * 34 * Math.signum(dx) * (1 - Math.exp(-dx * dx));
        double rings = ring(flow / 15 + board * 3.7);
        double fibre = noise.at(flow / 1.8 + board * 50, along / 70);
        double pore = Math.max(0, noise.at(flow / 2.4 + 900, along / 26 + board) - 0.55);
        double cloud = noise.layered(across / 120 + board * 13, along / 500, 3);
        double eye = core * (0.75 + 0.25 * Math.sin(7 * Math.hypot(dx, dy / 1.3)));
        double depth = 0.3 + 0.26 * rings + 0.09 * fibre + 0.45 * pore + 0.22 * cloud + 0.75 * eye + 0.1 * near;
        double tint = 1 + 0.14 * noise.dice(board, 11);
        return light.mix(dark, depth).times(tint * joint(across));
    }

    /** Rises slowly and falls fast, as a year's growth does. */
    private double ring(double position) {
        double wobble = position + 0.35 * noise.at(position * 0.7, 3);
        double part = wobble - Math.floor(wobble);
        return part < 0.8 ? part / 0.8 - 0.5 : (1 - part) / 0.2 - 0.5;
    }

    private static double joint(double across) {
        double edge = Math.min(across, BOARD - across);
        double gap = 1 / (1 + Math.exp((edge - GAP) * 2.2));
        double worn = across < BOARD / 2 ? 0.1 : -0.12;
        return (1 - 0.82 * gap) * (1 + worn * Math.exp(-edge / 4));
    }
}
