package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.boxFilter;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws an image along the edges of another (K. He, J. Sun, X. Tang: Guided Image Filtering, 2010, algorithm 1). All
 * images have one channel of floats. OpenCV's own is in a module that cannot be loaded where there is no GTK.
 */
final class GuidedFilter {

    private final Mat guide;
    private final Size window;
    private final double epsilon;

    /**
     * @param radius of the window in which the result is taken to be linear in the guide, in pixels
     * @param epsilon variance of the guide, below which it has no edge
     */
    GuidedFilter(Mat guide, int radius, double epsilon) {
        this.guide = guide;
        this.window = new Size(2 * radius + 1, 2 * radius + 1);
        this.epsilon = epsilon;
    }

    Mat apply(Mat image) {
        Mat guideMean = mean(guide);
        Mat imageMean = mean(image);
        Mat variance = difference(mean(product(guide, guide)), product(guideMean, guideMean));
        variance.convertTo(variance, CV_32F, 1, epsilon);
        Mat slope = difference(mean(product(guide, image)), product(guideMean, imageMean));
        divide(slope, variance, slope);
        Mat offset = difference(imageMean, product(slope, guideMean));
        Mat filtered = product(mean(slope), guide);
        add(filtered, mean(offset), filtered);
        return filtered;
    }

    private Mat mean(Mat of) {
        Mat mean = new Mat();
        boxFilter(of, mean, CV_32F, window);
        return mean;
    }

    private static Mat product(Mat one, Mat other) {
        Mat product = new Mat();
        multiply(one, other, product);
        return product;
    }

    private static Mat difference(Mat one, Mat other) {
        Mat difference = new Mat();
        subtract(one, other, difference);
        return difference;
    }
}
