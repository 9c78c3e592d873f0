package dev.vto.local.sample;

import java.awt.image.BufferedImage;

/** Collects light and makes a picture of it, with the lens's fall-off and the sensor's noise. */
final class Camera {

    private static final double GRAIN = 1.5;

    private final Noise noise;
    private float[][] light = new float[3][Studio.WIDTH * Studio.HEIGHT];

    Camera(int seed) {
        this.noise = new Noise(seed);
    }

    void expose(int x, int y, Tone tone, double cover) {
        int i = y * Studio.WIDTH + x;
        light[0][i] += (float) ((tone.red() - light[0][i]) * cover);
        light[1][i] += (float) ((tone.green() - light[1][i]) * cover);
        light[2][i] += (float) ((tone.blue() - light[2][i]) * cover);
    }

    void dim(int x, int y, double factor) {
        int i = y * Studio.WIDTH + x;
        for (float[] channel : light) {
            channel[i] *= (float) factor;
        }
    }

    /** Softens what has been exposed so far by about a pixel, as what lies behind the focus. */
    void defocus() {
        light = softened(1);
    }

    BufferedImage develop() {
        float[][] seen = softened(0.32);
        BufferedImage image = new BufferedImage(Studio.WIDTH, Studio.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < Studio.HEIGHT; y++) {
            for (int x = 0; x < Studio.WIDTH; x++) {
                int i = y * Studio.WIDTH + x;
                double gain = lamp(x, y);
                double grain = GRAIN * (noise.dice(x, y) + noise.dice(x / 2, y / 2 + 5000));
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double speckle = 0.5 * noise.dice(x / 2, y / 2 + 9000 * (channel + 2));
                    double value = Tone.encoded(shoulder(seen[channel][i] * gain)) + grain + speckle;
                    rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(value)));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /** Brighter towards the lamp, darker in the corners, and never quite even. */
    private double lamp(int x, int y) {
        double right = x / (double) Studio.WIDTH - 0.5;
        double down = y / (double) Studio.HEIGHT - 0.5;
        double corner = right * right + down * down * 1.2;
        return (1 - 0.08 * right - 0.09 * down) * (1 - 0.2 * corner) * (1 + 0.02 * noise.at(x / 500.0, y / 500.0));
    }

    /** Bright light saturates slowly. */
    private static double shoulder(double in) {
        return in < 0.7 ? in : 0.7 + 0.3 * Math.tanh((in - 0.7) / 0.3);
    }

    private float[][] softened(double amount) {
        float[][] result = new float[3][];
        float side = (float) (amount / (1 + 2 * amount));
        float centre = 1 - 2 * side;
        for (int channel = 0; channel < 3; channel++) {
            float[] across = light[channel].clone();
            for (int i = 1; i < across.length - 1; i++) {
                across[i] = centre * light[channel][i] + side * (light[channel][i - 1] + light[channel][i + 1]);
            }
            float[] both = across.clone();
            for (int i = Studio.WIDTH; i < both.length - Studio.WIDTH; i++) {
                both[i] = centre * across[i] + side * (across[i - Studio.WIDTH] + across[i + Studio.WIDTH]);
            }
            result[channel] = both;
        }
        return result;
    }
}
