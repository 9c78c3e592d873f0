package dev.vto.local.sample;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Measures pictures and silhouettes against each other. */
final class Pictures {

    private static final int BLOCK = 8;

    private Pictures() {}

    static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    /** @return 0 to 255: how much the averages of the most different block of both pictures are apart */
    static double greatestDifference(BufferedImage one, BufferedImage other) {
        double greatest = 0;
        for (int y = 0; y < one.getHeight(); y += BLOCK) {
            for (int x = 0; x < one.getWidth(); x += BLOCK) {
                Rectangle block = new Rectangle(x, y, BLOCK, BLOCK);
                greatest = Math.max(greatest, distance(average(one, block), average(other, block)));
            }
        }
        return greatest;
    }

    /** @return 0 to 255: how much the average colours of the garment and of the rest are apart */
    static double contrast(BufferedImage picture, Field silhouette) {
        double[] garment = new double[4];
        double[] rest = new double[4];
        each(Studio.FRAME, (x, y) -> add(silhouette.at(x, y) > 0.5 ? garment : rest, picture.getRGB(x, y)));
        return distance(mean(garment), mean(rest));
    }

    /** @return 0 to 255: the mean difference between a picture and the mirror image of another, within the garment */
    static double meanDifferenceToMirrored(BufferedImage one, BufferedImage other, Field silhouette) {
        double[] sum = new double[2];
        each(Studio.FRAME, (x, y) -> {
            if (silhouette.at(x, y) > 0.5) {
                double[] here = new double[4];
                double[] there = new double[4];
                add(here, one.getRGB(x, y));
                add(there, other.getRGB(Studio.WIDTH - 1 - x, y));
                sum[0] += distance(here, there);
                sum[1]++;
            }
        });
        return sum[0] / sum[1];
    }

    /** @return 0 to 1: what a silhouette and the mirror image of another share, of what either covers */
    static double overlapWithMirrored(Field one, Field other) {
        double[] sum = new double[2];
        each(Studio.FRAME, (x, y) -> {
            double mirrored = other.at(Studio.WIDTH - 1 - x, y);
            sum[0] += Math.min(one.at(x, y), mirrored);
            sum[1] += Math.max(one.at(x, y), mirrored);
        });
        return sum[0] / sum[1];
    }

    /** @return how many pixels of the window a silhouette covers */
    static double covered(Field silhouette, Rectangle window) {
        double[] sum = new double[1];
        each(window, (x, y) -> sum[0] += silhouette.at(x, y));
        return sum[0];
    }

    private static double[] average(BufferedImage picture, Rectangle window) {
        double[] sum = new double[4];
        each(window, (x, y) -> add(sum, picture.getRGB(x, y)));
        return mean(sum);
    }

    private static void add(double[] sum, int rgb) {
        sum[0] += rgb >> 16 & 255;
        sum[1] += rgb >> 8 & 255;
        sum[2] += rgb & 255;
        sum[3]++;
    }

    private static double[] mean(double[] sum) {
        return new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
    }

    private static double distance(double[] one, double[] other) {
        return (Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2])) / 3;
    }

    private static void each(Rectangle window, Pixel action) {
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                action.at(x, y);
            }
        }
    }

    private interface Pixel {
        void at(int x, int y);
    }
}
