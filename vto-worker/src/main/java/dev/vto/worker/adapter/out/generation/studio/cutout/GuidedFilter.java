package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.boxFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws an image along the edges of another (K. He, J. Sun, X. Tang: Guided Image Filtering, 2010, algorithm 1), with the
 * linear model found at a smaller size where its window is large (K. He, J. Sun: Fast Guided Filter, 2015). All images
 * have one channel of floats. OpenCV's own is in a module that cannot be loaded where there is no GTK.
 */
final class GuidedFilter {

    /** A window of so many pixels from its middle is as good as one that is larger, at as much smaller a size. */
    private static final int LEAST_RADIUS = 2;

    private final Mat guide;
    private final Mat small;
    private final Size window;
    private final double epsilon;

    /**
     * @param radius of the window in which the result is taken to be linear in the guide, in pixels
     * @param epsilon variance of the guide, below which it has no edge
     */
    GuidedFilter(Mat guide, int radius, double epsilon) {
        int step = Math.max(1, radius / LEAST_RADIUS);
        this.guide = guide;
        this.small = resized(guide, new Size(Math.max(1, guide.cols() / step), Math.max(1, guide.rows() / step)));
        this.window = new Size(2 * (radius / step) + 1, 2 * (radius / step) + 1);
        this.epsilon = epsilon;
    }

    /** @param image of any size; it is stretched to that of the guide */
    Mat apply(Mat image) {
        Mat input = resized(image, small.size());
        Mat guideMean = mean(small);
        Mat inputMean = mean(input);
        Mat variance = difference(mean(product(small, small)), product(guideMean, guideMean));
        variance.convertTo(variance, CV_32F, 1, epsilon);
        Mat slope = difference(mean(product(small, input)), product(guideMean, inputMean));
        divide(slope, variance, slope);
        Mat offset = difference(inputMean, product(slope, guideMean));
        Mat filtered = resized(mean(slope), guide.size());
        multiply(filtered, guide, filtered);
        add(filtered, resized(mean(offset), guide.size()), filtered);
        return filtered;
    }

    private static Mat resized(Mat image, Size size) {
        if (image.cols() == size.width() && image.rows() == size.height()) {
            return image;
        }
        Mat resized = new Mat();
        resize(image, resized, size, 0, 0, image.cols() > size.width() ? INTER_AREA : INTER_CUBIC);
        return resized;
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
