package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.bilateralFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A small picture in CIELAB, smoothed within its edges.
 *
 * @param lab three numbers a pixel, by rows
 */
record LabImage(int width, int height, float[] lab) {

    /** Light and shade change lightness more than hue, so that it tells less of what a pixel is of. */
    private static final double LIGHTNESS = 0.7;

    /** @param bgr 8-bit BGR, a few hundred pixels wide */
    static LabImage of(Mat bgr) {
        Mat smooth = new Mat();
        bilateralFilter(bgr, smooth, 5, 30, 5);
        Mat unit = new Mat();
        smooth.convertTo(unit, CV_32F, 1 / 255.0, 0);
        Mat converted = new Mat();
        cvtColor(unit, converted, COLOR_BGR2Lab);
        float[] values = new float[bgr.rows() * bgr.cols() * 3];
        converted.<FloatBuffer>createBuffer().get(values);
        return new LabImage(bgr.cols(), bgr.rows(), values);
    }

    int size() {
        return width * height;
    }

    /** The pixels along the edges of the picture, as deep as a part of its shorter side. */
    int[] border(double part) {
        int frame = Math.max(3, (int) Math.round(part * Math.min(width, height)));
        return IntStream.range(0, size())
                .filter(i -> i % width < frame
                        || i / width < frame
                        || i % width >= width - frame
                        || i / width >= height - frame)
                .toArray();
    }

    /** How far a pixel is from a colour, where just visible is about 2. */
    double distance(int pixel, double l, double a, double b) {
        double dl = (lab[pixel * 3] - l) * LIGHTNESS;
        double da = lab[pixel * 3 + 1] - a;
        double db = lab[pixel * 3 + 2] - b;
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    double distance(int pixel, int other) {
        return distance(pixel, lab[other * 3], lab[other * 3 + 1], lab[other * 3 + 2]);
    }
}
