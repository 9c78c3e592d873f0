package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.util.Arrays;

/**
 * How much a mask looks like a garment in its photo: its colours are others than the background's, its outline runs
 * along edges, it is in the middle, nearly symmetric and in one piece, and it hardly touches the border.
 */
final class Plausibility {

    private static final double SMALLEST = 0.08;
    private static final double LARGEST = 0.85;

    /** Cells of a histogram along lightness; half as many along each of the two others. */
    private static final int CELLS = 16;
    /** Most of a photo's colours are within this of grey, in a and b. */
    private static final double COLORFUL = 40;

    /** Pixels from the outline at which the two sides are compared, so that a soft edge counts. */
    private static final int ACROSS = 3;
    /** A difference across the outline that is an edge beyond doubt. */
    private static final double CLEAR_EDGE = 20;

    private static final double POOR = 2;
    private static final double FAINT = 0.05;

    private static final int[][] SIDES = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    private final LabImage image;
    private final int width;
    private final int height;

    Plausibility(LabImage image) {
        this.image = image;
        this.width = image.width();
        this.height = image.height();
    }

    /**
     * What tells for and against a mask, each 0 to 1.
     *
     * @param apart how little the colours of both sides have in common
     * @param edge contrast across the outline
     * @param border part of the picture's border that is garment
     * @param middle whether the picture's middle is garment
     * @param symmetry overlap with its mirror image
     * @param solid part of what is between its outermost pixels that is garment
     * @param size how much it is too small or too large
     */
    record Score(double apart, double edge, double border, double middle, double symmetry, double solid, double size) {

        static final Score NONE = new Score(0, 0, 0, 0, 0, 0, 1);

        /** Not a board of the floor, which has little for it, nor a spot of light, which has no edge. */
        boolean canBeGarment() {
            return total() > POOR && edge > FAINT;
        }

        /** At most 4.3; what is right has 3.8 and more. */
        double total() {
            return 1.2 * apart + 1.6 * edge + 0.5 * middle + 0.5 * symmetry + 0.5 * solid - 1.2 * border - 2 * size;
        }
    }

    /** @param mask garment where not zero */
    Score of(byte[] mask) {
        int area = 0;
        double moment = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                area++;
                moment += i % width;
            }
        }
        if (area == 0 || area == mask.length) {
            return Score.NONE;
        }
        return new Score(
                apart(mask, area),
                edge(mask),
                border(mask),
                middle(mask),
                symmetry(mask, area, moment / area),
                (double) area / between(mask),
                size((double) area / mask.length));
    }

    private static double size(double part) {
        if (part > LARGEST) {
            return 1;
        }
        return part < SMALLEST ? 0.15 + 5 * (SMALLEST - part) : 0;
    }

    /** 1 less the Bhattacharyya coefficient of both sides' histograms. */
    private double apart(byte[] mask, int area) {
        int[] inside = new int[CELLS * CELLS * CELLS / 4];
        int[] outside = new int[inside.length];
        for (int i = 0; i < mask.length; i++) {
            int[] side = mask[i] != 0 ? inside : outside;
            side[cell(i)]++;
        }
        double common = 0;
        for (int cell = 0; cell < inside.length; cell++) {
            common += Math.sqrt((double) inside[cell] / area * outside[cell] / (mask.length - area));
        }
        return 1 - common;
    }

    private int cell(int pixel) {
        int l = (int) (image.lab()[pixel * 3] / 100 * CELLS);
        int a = (int) ((image.lab()[pixel * 3 + 1] / COLORFUL + 1) / 2 * CELLS / 2);
        int b = (int) ((image.lab()[pixel * 3 + 2] / COLORFUL + 1) / 2 * CELLS / 2);
        return (within(l, CELLS) * CELLS / 2 + within(a, CELLS / 2)) * CELLS / 2 + within(b, CELLS / 2);
    }

    private static int within(int value, int end) {
        return Math.max(0, Math.min(end - 1, value));
    }

    private double edge(byte[] mask) {
        double sum = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                for (int[] side : SIDES) {
                    if (mask[y * width + x] != 0 && mask[(y + side[1]) * width + x + side[0]] == 0) {
                        sum += contrast(x, y, side);
                        count++;
                    }
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** 0 where one of the sides is outside the picture. */
    private double contrast(int x, int y, int[] side) {
        int outX = x + side[0] * ACROSS;
        int outY = y + side[1] * ACROSS;
        int inX = x - side[0] * (ACROSS - 1);
        int inY = y - side[1] * (ACROSS - 1);
        boolean inside = Math.min(Math.min(outX, outY), Math.min(inX, inY)) >= 0
                && Math.max(outX, inX) < width
                && Math.max(outY, inY) < height;
        return inside ? Math.min(1, image.distance(inY * width + inX, outY * width + outX) / CLEAR_EDGE) : 0;
    }

    /** A little inside, where parting leaves the mask as it found it. */
    private double border(byte[] mask) {
        int count = 0;
        for (int x = 0; x < width; x++) {
            count += mask[2 * width + x] != 0 ? 1 : 0;
            count += mask[(height - 3) * width + x] != 0 ? 1 : 0;
        }
        for (int y = 0; y < height; y++) {
            count += mask[y * width + 2] != 0 ? 1 : 0;
            count += mask[y * width + width - 3] != 0 ? 1 : 0;
        }
        return count / (2.0 * (width + height));
    }

    /** Half of it is enough: trousers part there. */
    private double middle(byte[] mask) {
        int count = 0;
        int all = 0;
        for (int y = height * 2 / 5; y < height * 3 / 5; y++) {
            for (int x = width * 2 / 5; x < width * 3 / 5; x++) {
                count += mask[y * width + x] != 0 ? 1 : 0;
                all++;
            }
        }
        return Math.min(1, 2.0 * count / all);
    }

    /** About the best vertical line near the middle of its weight. */
    private double symmetry(byte[] mask, int area, double middle) {
        int best = 0;
        for (int line = -width / 16; line <= width / 16; line += 2) {
            int axis = (int) Math.round(2 * middle) + line;
            int both = 0;
            for (int i = 0; i < mask.length; i++) {
                int other = axis - i % width;
                boolean mirrored = other >= 0 && other < width && mask[i - i % width + other] != 0;
                both += mirrored && mask[i] != 0 ? 1 : 0;
            }
            best = Math.max(best, both);
        }
        return (double) best / area;
    }

    /** Pixels that have garment on all four sides. */
    private int between(byte[] mask) {
        int[] top = new int[width];
        int[] bottom = new int[width];
        Arrays.fill(top, height);
        int[] left = new int[height];
        int[] right = new int[height];
        Arrays.fill(left, width);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                int x = i % width;
                int y = i / width;
                top[x] = Math.min(top[x], y);
                bottom[x] = y;
                left[y] = Math.min(left[y], x);
                right[y] = x;
            }
        }
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            int x = i % width;
            int y = i / width;
            count += y >= top[x] && y <= bottom[x] && x >= left[y] && x <= right[y] ? 1 : 0;
        }
        return count;
    }
}
