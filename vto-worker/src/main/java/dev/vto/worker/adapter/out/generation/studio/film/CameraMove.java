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

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

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

    private final Mat picture;
    private final Mat surrounding;
    private final double fit;
    private final Size frame;

    /** @param picture 8-bit BGR */
    public CameraMove(Mat picture, int width, int height) {
        this.frame = new Size(width, height);
        double byWidth = (double) width / picture.cols();
        double byHeight = (double) height / picture.rows();
        boolean fills = Math.abs(byWidth / byHeight - 1) < NEAR;
        this.fit = fills ? Math.max(byWidth, byHeight) : Math.min(byWidth, byHeight);
        this.picture = new Mat();
        resize(
                picture,
                this.picture,
                new Size((int) Math.round(picture.cols() * fit * OVERSIZE), (int)
                        Math.round(picture.rows() * fit * OVERSIZE)),
                0,
                0,
                INTER_AREA);
        this.surrounding = surrounding(picture, frame);
    }

    /** @param part of the move, 0 to 1 */
    public Mat frame(double part) {
        double eased = part * part * (3 - 2 * part);
        double scale = (1 + CLOSER * eased) / OVERSIZE;
        Mat out = surrounding.clone();
        warpAffine(
                picture, out, centered(picture, scale, frame), frame, INTER_LINEAR, BORDER_TRANSPARENT, new Scalar());
        return out;
    }

    /** One frame dissolved into another. */
    public static Mat dissolve(Mat from, Mat to, double part) {
        Mat mixed = new Mat();
        addWeighted(from, 1 - part, to, part, 0, mixed);
        return mixed;
    }

    private static Mat surrounding(Mat picture, Size frame) {
        double cover = Math.max((double) frame.width() / picture.cols(), (double) frame.height() / picture.rows());
        Mat covering = new Mat();
        warpAffine(
                picture,
                covering,
                centered(picture, cover, frame),
                frame,
                INTER_LINEAR,
                BORDER_REPLICATE,
                new Scalar());
        Mat soft = new Mat();
        GaussianBlur(covering, soft, new Size(0, 0), 40);
        return soft;
    }

    private static Mat centered(Mat picture, double scale, Size frame) {
        Mat move = Mat.eye(2, 3, CV_64F).asMat();
        DoubleIndexer to = move.createIndexer();
        to.put(0, 0, scale);
        to.put(1, 1, scale);
        to.put(0, 2, (frame.width() - picture.cols() * scale) / 2);
        to.put(1, 2, (frame.height() - picture.rows() * scale) / 2);
        return move;
    }
}
