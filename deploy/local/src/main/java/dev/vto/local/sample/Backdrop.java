package dev.vto.local.sample;

/** What the garment lies on or hangs before. */
interface Backdrop {

    Tone at(int x, int y);

    /** The same, lying crosswise. */
    default Backdrop turned() {
        return (x, y) -> at(y, x);
    }

    /** A painted wall with a faint cloudiness. */
    static Backdrop wall(int rgb, int seed) {
        Tone tone = Tone.of(rgb);
        Noise noise = new Noise(seed);
        return (x, y) ->
                tone.times(1 + 0.08 * noise.layered(x / 260.0, y / 260.0, 5) + 0.012 * noise.at(x / 2.5, y / 2.5));
    }

    /** Coarse natural cloth, a little rumpled. */
    static Backdrop linen(int rgb, int seed) {
        Tone tone = Tone.of(rgb);
        Noise noise = new Noise(seed);
        Drape rumple = new Drape(noise, 1.1, 260, 4.5);
        return (x, y) -> {
            double u = x + 3 * noise.at(x / 300.0, y / 300.0);
            double v = y + 3 * noise.at(x / 280.0 + 30, y / 280.0);
            double threads = Math.sin(u * Math.PI / 2.9) + Math.sin(v * Math.PI / 2.7);
            double slubs = noise.at(u / 4, v / 75) + noise.at(u / 75 + 60, v / 4);
            double slope = rumple.height(x, y) - rumple.height(x + 3, y + 4);
            return tone.times(1 + 0.035 * threads + 0.06 * slubs + 0.16 * slope);
        };
    }

    /** Boards from top to bottom with grain, knots and gaps. */
    static Backdrop planks(int light, int dark, int seed) {
        return new Planks(Tone.of(light), Tone.of(dark), new Noise(seed));
    }
}
