package dev.vto.worker.adapter.out.generation.studio.film;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_YUV2BGR_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Pictures as encoders take them: brightness, and two planes of colour at half the width and height (8 bits, limited
 * range, ITU-R BT.601, 2.5). Half as many numbers as in BGR have to be moved a frame, and none converted.
 */
final class Yuv {

    /** From blue, green and red, a row each for Y, U and V. */
    private static final float[] FROM_BGR = {
        0.09791f, 0.50413f, 0.25679f, 16, 0.43922f, -0.29099f, -0.14822f, 128, -0.07143f, -0.36779f, 0.43922f, 128
    };

    private Yuv() {}

    /**
     * @param bgr 8-bit, width and height even
     * @return Y, U and V
     */
    static List<Mat> planes(Mat bgr) {
        Mat matrix = new Mat(3, 4, CV_32F);
        matrix.<FloatBuffer>createBuffer().put(FROM_BGR);
        Mat yuv = new Mat();
        transform(bgr, yuv, matrix);
        MatVector full = new MatVector(3);
        split(yuv, full);
        return List.of(full.get(0), half(full.get(1)), half(full.get(2)));
    }

    /** @return a frame with nothing in it yet: the planes one behind the other, as one of 3/2 of the height */
    static Mat frame(int width, int height) {
        return new Mat(height * 3 / 2, width, CV_8U);
    }

    /** @return Y, U and V of a frame, in its own memory */
    static List<Mat> planesOf(Mat frame) {
        int width = frame.cols();
        int height = frame.rows() * 2 / 3;
        long pixels = (long) width * height;
        return List.of(
                new Mat(height, width, CV_8U, frame.data()),
                new Mat(height / 2, width / 2, CV_8U, frame.data().getPointer(pixels)),
                new Mat(height / 2, width / 2, CV_8U, frame.data().getPointer(pixels * 5 / 4)));
    }

    /** @return 8-bit BGR */
    static Mat toBgr(Mat frame) {
        Mat bgr = new Mat();
        cvtColor(frame, bgr, COLOR_YUV2BGR_I420);
        return bgr;
    }

    private static Mat half(Mat plane) {
        Mat half = new Mat();
        resize(plane, half, new Size(plane.cols() / 2, plane.rows() / 2), 0, 0, INTER_AREA);
        return half;
    }
}
