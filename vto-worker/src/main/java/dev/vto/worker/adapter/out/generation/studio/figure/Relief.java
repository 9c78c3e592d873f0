package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.Sobel;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Light on a flat shape as if it were rounded: the distance to its edge is read as a quarter circle, and the slope of
 * that is lit from the upper left.
 */
final class Relief {

    private static final double LIGHT_X = -0.45;
    private static final double LIGHT_Y = -0.5;
    private static final double LIGHT_Z = 0.74;

    private Relief() {}

    /**
     * Brightness of each pixel, 1 where the shape is level.
     *
     * @param alpha 8-bit mask of the shape
     * @param radius pixels from the edge over which the shape is round
     * @param strength 0 for none
     */
    static float[] of(Mat alpha, double radius, double strength) {
        float[] light = new float[alpha.rows() * alpha.cols()];
        Arrays.fill(light, 1);
        Mat solid = new Mat();
        threshold(alpha, solid, 127, 255, THRESH_BINARY);
        double softness = Math.max(2, radius / 5);
        Rect box = grown(boundingRect(solid), (int) Math.ceil(4 * softness) + 2, alpha);
        Mat distance = new Mat();
        distanceTransform(new Mat(solid, box).clone(), distance, DIST_L2, 5);
        float[] height = floats(distance);
        for (int i = 0; i < height.length; i++) {
            double in = Math.max(0, radius - height[i]);
            height[i] = (float) Math.sqrt(Math.max(0, radius * radius - in * in));
        }
        distance.<FloatBuffer>createBuffer().put(height);
        Mat smooth = Softness.of(distance, softness);
        float[] slopeX = floats(slope(smooth, 1, 0));
        float[] slopeY = floats(slope(smooth, 0, 1));
        int width = box.width();
        for (int i = 0; i < height.length; i++) {
            double length = Math.sqrt(slopeX[i] * slopeX[i] + slopeY[i] * slopeY[i] + 1);
            double facing = (-slopeX[i] * LIGHT_X - slopeY[i] * LIGHT_Y + LIGHT_Z) / length;
            int at = (box.y() + i / width) * alpha.cols() + box.x() + i % width;
            light[at] = (float) (1 + strength * (facing - LIGHT_Z));
        }
        return light;
    }

    /** A hand is a small part of a picture: only the shape and as much around it as the softening reaches is worked on. */
    private static Rect grown(Rect box, int by, Mat within) {
        int left = Math.max(0, box.x() - by);
        int top = Math.max(0, box.y() - by);
        int right = Math.min(within.cols(), box.x() + box.width() + by);
        int bottom = Math.min(within.rows(), box.y() + box.height() + by);
        return new Rect(left, top, right - left, bottom - top);
    }

    private static Mat slope(Mat height, int x, int y) {
        Mat slope = new Mat();
        Sobel(height, slope, CV_32F, x, y, 3, 1 / 8.0, 0, 4);
        return slope;
    }

    private static float[] floats(Mat mat) {
        float[] values = new float[mat.rows() * mat.cols()];
        mat.<FloatBuffer>createBuffer().get(values);
        return values;
    }
}
