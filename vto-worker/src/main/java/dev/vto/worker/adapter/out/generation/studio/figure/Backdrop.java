package dev.vto.worker.adapter.out.generation.studio.figure;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** A seamless paper backdrop: lit from above left, a little darker towards the edges and the floor. */
final class Backdrop {

    private static final List<Color> PAPERS = List.of(
            new Color(236, 233, 228),
            new Color(228, 231, 234),
            new Color(233, 227, 219),
            new Color(226, 229, 222),
            new Color(235, 228, 229));

    private static final double FLOOR = 0.86;

    private Backdrop() {}

    /** @param seed chooses the paper and the grain */
    static Layer draw(long seed) {
        Color paper = PAPERS.get((int) Math.floorMod(seed, (long) PAPERS.size()));
        SplittableRandom grain = new SplittableRandom(seed);
        Layer layer = Layer.transparent();
        int[] pixels = layer.pixels();
        for (int y = 0; y < Body.HEIGHT; y++) {
            double down = (double) y / Body.HEIGHT;
            double floor = 1 / (1 + Math.exp((FLOOR - down) * 60));
            for (int x = 0; x < Body.WIDTH; x++) {
                double dx = (double) x / Body.WIDTH - 0.44;
                double dy = down - 0.36;
                double light = 1.045 - 0.17 * (dx * dx * 1.6 + dy * dy) - 0.035 * floor;
                double noise = (grain.nextDouble() - 0.5) * 2.2;
                pixels[y * Body.WIDTH + x] = 0xFF000000
                        | channel(paper.getRed() * light + noise) << 16
                        | channel(paper.getGreen() * light + noise) << 8
                        | channel(paper.getBlue() * light + noise);
            }
        }
        return layer;
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
