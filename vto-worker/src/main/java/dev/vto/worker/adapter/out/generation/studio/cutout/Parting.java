package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_EVAL_FREEZE_MODEL;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_MASK;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Parts a garment from its background along the edges of the photo by GrabCut (C. Rother et al., 2004). */
final class Parting {

    private static final int ITERATIONS = 2;
    /** Less than this part of the picture is nothing at all. */
    private static final double NOTHING = 0.01;
    /** Part of the garment's area: a smaller hole is a highlight or a light print; a larger one shows the background. */
    static final double SMALL_HOLE = 0.02;

    /** How far the edge of a smaller mask may be off, in its own pixels. */
    private static final double EDGE = 3;
    /** How far from 0 and 255 a softened mask may be where it is sure. */
    private static final int SURE = 6;
    /** GrabCut learns five colours of either side. */
    private static final int LEAST_SAMPLES = 50;

    private Parting() {}

    /**
     * @param bgr 8-bit BGR
     * @param image the same
     * @param likely of each pixel, 255 where garment is likely
     * @return a mask of 0 and 255
     */
    static Mat of(Mat bgr, LabImage image, byte[] likely) {
        int width = bgr.cols();
        int height = bgr.rows();
        Mat mask = new Mat(height, width, CV_8U);
        mask.data().put(likely);
        Regions.fillHoles(mask, SMALL_HOLE);
        byte[] labels = Pixels.toBytes(mask);
        int hopeful = 0;
        for (int i = 0; i < labels.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean edge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
            int background = edge ? GC_BGD : GC_PR_BGD;
            boolean garment = labels[i] != 0;
            labels[i] = (byte) (garment ? GC_PR_FGD : background);
            hopeful += garment ? 1 : 0;
        }
        if (hopeful < NOTHING * labels.length || hopeful > (1 - NOTHING) * labels.length) {
            return Mat.zeros(mask.size(), CV_8U).asMat();
        }
        mask.data().put(labels);
        setRNGSeed(1);
        grabCut(bgr, mask, new Rect(), new Mat(), new Mat(), ITERATIONS, GC_INIT_WITH_MASK);
        return tidied(mask, image);
    }

    /**
     * The same parting at a larger size: only pixels near its edge are asked again, by the colours that either side
     * has at the smaller one.
     *
     * @param bgr 8-bit BGR, larger than the mask
     * @param image the same
     * @param small 8-bit BGR of the mask's size
     * @param mask of 0 and 255
     */
    static Mat sharpened(Mat bgr, LabImage image, Mat small, Mat mask) {
        Mat large = new Mat();
        resize(mask, large, bgr.size(), 0, 0, INTER_LINEAR);
        int garment = countNonZero(mask);
        if (garment < LEAST_SAMPLES || garment > mask.rows() * mask.cols() - LEAST_SAMPLES) {
            threshold(large, large, 127, 255, THRESH_BINARY);
            return large;
        }
        int reach = (int) Math.ceil(EDGE * bgr.cols() / mask.cols());
        Mat soft = new Mat();
        blur(large, soft, new Size(2 * reach + 1, 2 * reach + 1));
        byte[] labels = Pixels.toBytes(soft);
        for (int i = 0; i < labels.length; i++) {
            int value = labels[i] & 0xFF;
            boolean sure = value < SURE || value > 255 - SURE;
            if (value > 127) {
                labels[i] = (byte) (sure ? GC_FGD : GC_PR_FGD);
            } else {
                labels[i] = (byte) (sure ? GC_BGD : GC_PR_BGD);
            }
        }
        large.data().put(labels);
        Colors colors = Colors.of(small, mask);
        grabCut(bgr, large, new Rect(), colors.background, colors.garment, 1, GC_EVAL_FREEZE_MODEL);
        return tidied(large, image);
    }

    /** What GrabCut has learned of either side. */
    private record Colors(Mat background, Mat garment) {

        static Colors of(Mat bgr, Mat mask) {
            Colors colors = new Colors(new Mat(), new Mat());
            Mat labels = new Mat();
            threshold(mask, labels, 127, GC_FGD, THRESH_BINARY);
            setRNGSeed(1);
            grabCut(bgr, labels, new Rect(), colors.background, colors.garment, 0, GC_INIT_WITH_MASK);
            return colors;
        }
    }

    /** @param mask of GrabCut's labels */
    private static Mat tidied(Mat mask, LabImage image) {
        bitwise_and(mask, new Mat(mask.size(), CV_8U, new Scalar(1)), mask);
        mask.convertTo(mask, CV_8U, 255, 0);
        Mat brush = getStructuringElement(MORPH_ELLIPSE, new Size(3, 3));
        morphologyEx(mask, mask, MORPH_OPEN, brush);
        morphologyEx(mask, mask, MORPH_CLOSE, brush);
        Regions.keepMain(mask);
        Regions.fillHoles(mask, SMALL_HOLE, new HoleColors(image));
        return mask;
    }
}
