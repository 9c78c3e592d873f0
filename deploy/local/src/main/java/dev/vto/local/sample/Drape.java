package dev.vto.local.sample;

/**
 * How cloth rumples by itself: long soft waves along one direction with some sharper ones among them.
 *
 * @param angle of the folds, in radians from vertical
 * @param spacing between folds in pixels
 * @param depth of the folds in pixels
 */
record Drape(Noise noise, double angle, double spacing, double depth) {

    static final Drape NONE = new Drape(new Noise(0), 0, 1, 0);

    private static final double STRETCH = 3.2;

    double height(double x, double y) {
        double across = (x * Math.cos(angle) - y * Math.sin(angle)) / spacing;
        double along = (x * Math.sin(angle) + y * Math.cos(angle)) / spacing / STRETCH;
        double bent = across + 0.9 * noise.at(x / 170 + 40, y / 170);
        double wave = noise.at(bent, along);
        double ridge = 1 - 2 * softened(noise.at(bent * 1.3 + 71, along * 1.7 + across * 0.2));
        double small = noise.at(across * 3.1 + y / 90, along * 6 + 13);
        return depth * (0.6 * wave + 0.32 * ridge + 0.07 * small);
    }

    /** The absolute value without its sharp corner. */
    private static double softened(double value) {
        return Math.sqrt(value * value + 0.02);
    }
}
