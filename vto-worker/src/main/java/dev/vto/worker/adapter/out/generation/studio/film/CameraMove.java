package dev.vto.worker.adapter.out.generation.studio.film;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.BORDER_TRANSPARENT;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * A slow move over one still picture. The whole picture stays in the frame; where their shapes differ, a blurred copy
 * of it fills the rest. Positions are fractions of a pixel, so that nothing trembles.
 */
public final class CameraMove {

    private static final double CLOSER = 0.07;
    /** Kept larger than shown, so that the move never enlarges pixels. */
    private static final double OVERSIZE = 1.25;
    /** Shapes this near are filled by cutting the edges off. */
    private static final double NEAR = 0.3;

    /** What is blurred, is blurred at so much smaller a size: nothing is lost that a blur would leave. */
    private static final int COARSER = 8;

    private static final double BLUR = 40;

    private final int width;
    private final int height;
    private final List<Mat> picture;
    private final @Nullable Mat surrounding;

    /**
     * @param picture 8-bit BGR
     * @param width of the frames in pixels, even; height too
     */
    public CameraMove(Mat picture, int width, int height) {
        this.width = width;
        this.height = height;
        double byWidth = (double) width / picture.cols();
        double byHeight = (double) height / picture.rows();
        boolean fills = Math.abs(byWidth / byHeight - 1) < NEAR;
        double fit = OVERSIZE * (fills ? Math.max(byWidth, byHeight) : Math.min(byWidth, byHeight));
        Mat shown = new Mat();
        resize(picture, shown, new Size(even(picture.cols() * fit), even(picture.rows() * fit)), 0, 0, INTER_AREA);
        this.picture = Yuv.planes(shown);
        this.surrounding = fills ? null : surrounding(picture);
    }

    /**
     * @param part of the move, 0 to 1
     * @return in the encoder's colours
     */
    public Mat frame(double part) {
        double eased = part * part * (3 - 2 * part);
        double scale = (1 + CLOSER * eased) / OVERSIZE;
        Mat frame = surrounding == null ? Yuv.frame(width, height) : surrounding.clone();
        List<Mat> planes = Yuv.planesOf(frame);
        for (int i = 0; i < planes.size(); i++) {
            place(picture.get(i), planes.get(i), scale, surrounding == null ? BORDER_REPLICATE : BORDER_TRANSPARENT);
        }
        return frame;
    }

    /** @return what {@link #frame} shows at the beginning, as 8-bit BGR */
    public Mat poster() {
        return Yuv.toBgr(frame(0));
    }

    /** One frame dissolved into another. */
    public static Mat dissolve(Mat from, Mat to, double part) {
        Mat mixed = new Mat();
        addWeighted(from, 1 - part, to, part, 0, mixed);
        return mixed;
    }

    private Mat surrounding(Mat picture) {
        Size small = new Size(width / COARSER, height / COARSER);
        double cover = Math.max((double) small.width() / picture.cols(), (double) small.height() / picture.rows());
        Mat less = new Mat();
        resize(picture, less, new Size(), cover, cover, INTER_AREA);
        Mat covering = new Mat(small, picture.type());
        place(less, covering, 1, BORDER_REPLICATE);
        Mat soft = new Mat();
        GaussianBlur(covering, soft, new Size(0, 0), BLUR / COARSER);
        Mat large = new Mat();
        resize(soft, large, new Size(width, height), 0, 0, INTER_LINEAR);
        Mat frame = Yuv.frame(width, height);
        List<Mat> from = Yuv.planes(large);
        List<Mat> to = Yuv.planesOf(frame);
        for (int i = 0; i < to.size(); i++) {
            from.get(i).copyTo(to.get(i));
        }
        return frame;
    }

    /** Draws the one in the middle of the other. */
    private static void place(Mat image, Mat on, double scale, int border) {
        try (Mat move = Mat.eye(2, 3, CV_64F).asMat()) {
            DoubleIndexer to = move.createIndexer();
            to.put(0, 0, scale);
            to.put(1, 1, scale);
            to.put(0, 2, shift(image.cols(), on.cols(), scale));
            to.put(1, 2, shift(image.rows(), on.rows(), scale));
            warpAffine(image, on, move, on.size(), INTER_LINEAR, border, new Scalar());
        }
    }

    /** Between the middles of the first pixels. */
    private static double shift(int from, int to, double scale) {
        return (to - from * scale + scale - 1) / 2;
    }

    private static int even(double length) {
        return 2 * (int) Math.round(length / 2);
    }
}
