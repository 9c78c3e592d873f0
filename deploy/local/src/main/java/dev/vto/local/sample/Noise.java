package dev.vto.local.sample;

/** Smooth random values over the plane, the same for the same seed. */
record Noise(int seed) {

    /** @return -1 to 1, smooth, with bumps about one unit wide */
    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = ease(x - column);
        double down = ease(y - row);
        double top = mix(dice(column, row), dice(column + 1, row), right);
        double bottom = mix(dice(column, row + 1), dice(column + 1, row + 1), right);
        return mix(top, bottom, down);
    }

    /** @return about -1 to 1: the sum of ever finer and fainter layers */
    double layered(double x, double y, int layers) {
        double sum = 0;
        double weight = 0.5;
        for (int layer = 0; layer < layers; layer++) {
            sum += weight * new Noise(seed + 31 * layer).at(x, y);
            weight /= 2;
            x = x * 2 + 17.3;
            y = y * 2 + 5.7;
        }
        return sum;
    }

    /** @return -1 to 1, without any relation between neighbours */
    double dice(int column, int row) {
        int h = seed * 0x9E3779B9 ^ column * 0x85EBCA6B ^ row * 0xC2B2AE35;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        h ^= h >>> 15;
        return h / (double) Integer.MIN_VALUE;
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
