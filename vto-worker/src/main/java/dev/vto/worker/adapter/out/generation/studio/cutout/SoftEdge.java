package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.opencv.opencv_core.Mat;

/** The edge of a small mask at its photo's own size. */
final class SoftEdge {

    /** How far the edge of the small mask may be off, in its own pixels. */
    private static final double REACH = 1.5;

    private static final double FLAT = 1e-4;

    private SoftEdge() {}

    /**
     * The mask drawn along the photo's edges by a guided filter, and moved inwards a little, where no colour of the
     * background is mixed in.
     *
     * @param photo 8-bit BGRA
     * @param mask bytes of 0 and 255, smaller
     * @return 8-bit alpha of the photo's size
     */
    static Mat drawn(Mat photo, Mat mask) {
        Mat shape = new Mat();
        mask.convertTo(shape, CV_32F, 1 / 255.0, 0);
        Mat guide = new Mat();
        cvtColor(photo, guide, COLOR_BGRA2GRAY);
        guide.convertTo(guide, CV_32F, 1 / 255.0, 0);
        int radius = Math.max(2, (int) Math.round(REACH * photo.cols() / mask.cols()));
        Mat soft = new GuidedFilter(guide, radius, FLAT).apply(shape);
        Mat alpha = new Mat();
        soft.convertTo(alpha, CV_8U, 255 * 2.2, -255 * 1.0);
        return alpha;
    }
}
