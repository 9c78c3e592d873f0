package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
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
        return cut(bgr, image, mask, ITERATIONS);
    }

    /** The same parting at a larger size: only pixels near its edge are asked again. */
    static Mat sharpened(Mat bgr, LabImage image, Mat mask) {
        Mat large = new Mat();
        resize(mask, large, bgr.size(), 0, 0, INTER_LINEAR);
        int reach = (int) Math.ceil(EDGE * bgr.cols() / mask.cols());
        Mat soft = new Mat();
        blur(large, soft, new Size(2 * reach + 1, 2 * reach + 1));
        byte[] labels = Pixels.toBytes(soft);
        int garment = 0;
        for (int i = 0; i < labels.length; i++) {
            int value = labels[i] & 0xFF;
            boolean likely = value > 127;
            garment += likely ? 1 : 0;
            if (likely) {
                labels[i] = (byte) (value > 255 - SURE ? GC_FGD : GC_PR_FGD);
            } else {
                labels[i] = (byte) (value < SURE ? GC_BGD : GC_PR_BGD);
            }
        }
        if (garment < LEAST_SAMPLES || garment > labels.length - LEAST_SAMPLES) {
            threshold(large, large, 127, 255, THRESH_BINARY);
            return large;
        }
        large.data().put(labels);
        return cut(bgr, image, large, 1);
    }

    private static Mat cut(Mat bgr, LabImage image, Mat mask, int iterations) {
        setRNGSeed(1);
        grabCut(bgr, mask, new Rect(0, 0, bgr.cols(), bgr.rows()), new Mat(), new Mat(), iterations, GC_INIT_WITH_MASK);
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
