package dev.vto.worker.adapter.out.generation.studio;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.Sobel;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

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
        Mat solid = new Mat();
        threshold(alpha, solid, 127, 255, THRESH_BINARY);
        Mat distance = new Mat();
        distanceTransform(solid, distance, DIST_L2, 5);
        float[] height = floats(distance);
        for (int i = 0; i < height.length; i++) {
            double in = Math.max(0, radius - height[i]);
            height[i] = (float) Math.sqrt(Math.max(0, radius * radius - in * in));
        }
        distance.<FloatBuffer>createBuffer().put(height);
        Mat smooth = new Mat();
        GaussianBlur(distance, smooth, new Size(0, 0), Math.max(2, radius / 5));
        float[] slopeX = floats(slope(smooth, 1, 0));
        float[] slopeY = floats(slope(smooth, 0, 1));
        float[] light = new float[height.length];
        for (int i = 0; i < light.length; i++) {
            double length = Math.sqrt(slopeX[i] * slopeX[i] + slopeY[i] * slopeY[i] + 1);
            double facing = (-slopeX[i] * LIGHT_X - slopeY[i] * LIGHT_Y + LIGHT_Z) / length;
            light[i] = (float) (1 + strength * (facing - LIGHT_Z));
        }
        return light;
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
