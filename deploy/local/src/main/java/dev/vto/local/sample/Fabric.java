package dev.vto.local.sample;

/**
 * A material.
 *
 * @param weave its colour at a place
 * @param gloss share of the lamp that it mirrors
 * @param wear how much paler it is where it stands out
 */
record Fabric(Weave weave, double gloss, double wear) {

    /** The colour at u pixels across the warp and v along it. */
    interface Weave {
        Tone at(double u, double v);
    }

    private static final double TURN = 2 * Math.PI;

    static Fabric plain(int rgb, double gloss) {
        Tone tone = Tone.of(rgb);
        return new Fabric((u, v) -> tone, gloss, 0);
    }

    /** Coloured warp, white weft, one over one. */
    static Fabric chambray(int rgb) {
        Tone dark = Tone.of(rgb);
        Tone white = Tone.of(0xE9EDF0);
        Noise noise = new Noise(301);
        return new Fabric(
                (u, v) -> {
                    double knit = Math.sin(u * TURN / 4.1) * Math.sin(v * TURN / 3.7);
                    double bentU = u + 5 * noise.at(u / 40, v / 90);
                    double bentV = v + 5 * noise.at(u / 90 + 7, v / 40);
                    double warp = noise.at(bentU / 2.3, bentV / 31) + noise.at(bentU / 5, bentV / 83);
                    double weft = noise.at(bentU / 29, bentV / 2.1 + 90) + noise.at(bentU / 79, bentV / 5 + 30);
                    return dark.mix(white, 0.18 + 0.08 * knit + 0.035 * warp + 0.035 * weft);
                },
                0,
                0.01);
    }

    /** A twill of indigo warp and pale weft. */
    static Fabric denim(int rgb) {
        Tone indigo = Tone.of(rgb);
        Tone pale = Tone.of(0xB9C6D2);
        Noise noise = new Noise(302);
        return new Fabric(
                (u, v) -> {
                    double twill = Math.sin((u * 0.85 + v * 0.5) * TURN / 4.4 + noise.at(u / 9, v / 9));
                    double slub = noise.at(u / 2.2, v / 70);
                    double cloud = noise.layered(u / 150, v / 190, 3);
                    double speck = noise.at(u / 1.7 + 50, v / 1.7);
                    return indigo.mix(pale, 0.1 + 0.045 * twill + 0.045 * slub + 0.06 * cloud + 0.035 * speck);
                },
                0,
                0.035);
    }

    /** Crepe with small dots in staggered rows. */
    static Fabric dottedCrepe(int ground, int dots) {
        Tone base = Tone.of(ground);
        Tone dot = Tone.of(dots);
        Noise noise = new Noise(303);
        double pitch = 31;
        return new Fabric(
                (u, v) -> {
                    int row = (int) Math.floor(v / pitch);
                    double shifted = u + (row & 1) * pitch / 2;
                    int column = (int) Math.floor(shifted / pitch);
                    double dx = shifted - (column + 0.5) * pitch - 0.9 * noise.dice(column, row);
                    double dy = v - (row + 0.5) * pitch - 0.9 * noise.dice(column, row + 500);
                    double radius = 4.4 + 0.35 * noise.dice(column + 900, row);
                    double inside = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)));
                    double crepe = 1 + 0.13 * noise.at(u / 2.4, v / 3.3) + 0.06 * noise.at(u / 7, v / 9);
                    return base.mix(dot, inside * 0.92).times(crepe);
                },
                0.02,
                0);
    }

    /** Wool woven in a broken zigzag. */
    static Fabric herringbone(int light, int dark) {
        Tone pale = Tone.of(light);
        Tone deep = Tone.of(dark);
        Noise noise = new Noise(304);
        double rib = 17;
        return new Fabric(
                (u, v) -> {
                    double column = u / rib;
                    int direction = ((int) Math.floor(column) & 1) == 0 ? 1 : -1;
                    double line = Math.sin((v + direction * (u - Math.floor(column) * rib)) * TURN / 5.6);
                    double fuzz = noise.at(u / 2.1, v / 2.6);
                    double fleck = Math.max(0, noise.at(u / 3 + 200, v / 3) - 0.72);
                    return pale.mix(deep, 0.42 + 0.22 * line + 0.17 * fuzz + 0.9 * fleck);
                },
                0,
                0);
    }

    /** Lining: smooth, with a faint shimmer along the warp. */
    static Fabric satin(int rgb) {
        Tone tone = Tone.of(rgb);
        Noise noise = new Noise(305);
        return new Fabric((u, v) -> tone.times(1 + 0.06 * noise.at(u / 3, v / 60)), 0.1, 0);
    }
}
