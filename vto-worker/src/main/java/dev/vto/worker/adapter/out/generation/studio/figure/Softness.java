package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Gaussian blur, done at a smaller size where it is so wide that nobody can tell. */
final class Softness {

    /** Standard deviation, in pixels of the smaller size, that still hides its pixels. */
    private static final double LEAST = 3.5;

    private Softness() {}

    /**
     * @param image of one channel
     * @param blur standard deviation in pixels
     */
    static Mat of(Mat image, double blur) {
        int step = Math.max(1, (int) (blur / LEAST));
        Mat small = new Mat();
        Size size = new Size(Math.max(1, image.cols() / step), Math.max(1, image.rows() / step));
        resize(image, small, size, 0, 0, INTER_AREA);
        GaussianBlur(small, small, new Size(0, 0), blur / step);
        Mat soft = new Mat();
        resize(small, soft, image.size(), 0, 0, INTER_LINEAR);
        return soft;
    }
}
