package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_MASK;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts a garment out of its photo. A picture that comes with transparency is taken at its word; from any other the
 * background is learned at the border, and GrabCut (C. Rother et al., 2004) parts it from the garment at a small size.
 */
public final class GarmentCutter {

    /** Longer side, in pixels, at which the garment is found; the edge is refined at the photo's own size. */
    private static final int WORKING_SIZE = 360;

    private static final int ITERATIONS = 4;
    private static final int MOST_ROUNDS = 4;
    /** A cut that leaves less than this part of the photo has taken a print for the garment. */
    private static final double SMALLEST_GARMENT = 0.1;
    /** Less than this is nothing at all. */
    private static final double NOTHING = 0.01;

    /** Part of the garment's area: a smaller hole is a highlight or a light print; a larger one shows the background. */
    private static final double SMALL_HOLE = 0.02;

    private static final double SMALLEST_TRANSPARENCY = 0.02;

    /**
     * @param photo 8-bit BGRA
     * @param what names the photo to its owner
     * @return 8-bit BGRA, cropped to the garment, transparent around it, colours multiplied by alpha
     * @throws GenerationFailed with INVALID_INPUT if no garment can be told from the background
     */
    public Mat cut(Mat photo, String what) {
        Mat alpha = alpha(photo);
        Mat solid = new Mat();
        threshold(alpha, solid, 127, 255, THRESH_BINARY);
        if (countNonZero(solid) < NOTHING * photo.rows() * photo.cols()) {
            throw GenerationFailed.invalidInput(
                    "No garment can be told from the background of the " + what + ".", null);
        }
        Rect box = boundingRect(solid);
        Mat colors = new Mat();
        cvtColor(alpha, colors, COLOR_GRAY2BGRA);
        insertChannel(new Mat(alpha.size(), CV_8U, new Scalar(255)), photo, 3);
        Mat garment = new Mat();
        insertChannel(alpha, colors, 3);
        multiply(photo, colors, garment, 1 / 255.0, -1);
        return new Mat(garment, box).clone();
    }

    /**
     * How much of each pixel is garment, before anything is refused.
     *
     * @param photo 8-bit BGRA
     * @return 8-bit, of the photo's size
     */
    public Mat alpha(Mat photo) {
        Mat own = new Mat();
        extractChannel(photo, own, 3);
        return isCutAlready(own) ? withoutShadow(own) : refined(photo, found(photo));
    }

    private static boolean isCutAlready(Mat alpha) {
        Mat opaque = new Mat();
        threshold(alpha, opaque, 127, 255, THRESH_BINARY);
        double pixels = (double) alpha.rows() * alpha.cols();
        return pixels - countNonZero(opaque) > SMALLEST_TRANSPARENCY * pixels;
    }

    /** Shops export soft drop shadows as faint alpha; a garment is solid. */
    private static Mat withoutShadow(Mat alpha) {
        Mat steep = new Mat();
        alpha.convertTo(steep, CV_8U, 3, -3 * 127.0);
        return steep;
    }

    private static Mat found(Mat photo) {
        Mat bgr = new Mat();
        cvtColor(photo, bgr, COLOR_BGRA2BGR);
        double scale = Math.min(1, (double) WORKING_SIZE / Math.max(bgr.cols(), bgr.rows()));
        Mat small = new Mat();
        resize(
                bgr,
                small,
                new Size((int) Math.ceil(bgr.cols() * scale), (int) Math.ceil(bgr.rows() * scale)),
                0,
                0,
                INTER_AREA);
        Surroundings surroundings = Surroundings.of(small);
        double threshold = surroundings.threshold();
        Mat mask = parted(small, surroundings, threshold);
        double least = SMALLEST_GARMENT * small.rows() * small.cols();
        for (int round = 1; round < MOST_ROUNDS && countNonZero(mask) < least; round++) {
            threshold *= 0.6;
            mask = parted(small, surroundings, threshold);
        }
        return mask;
    }

    private static Mat parted(Mat bgr, Surroundings surroundings, double threshold) {
        int width = bgr.cols();
        int height = bgr.rows();
        byte[] likely = new byte[width * height];
        for (int i = 0; i < likely.length; i++) {
            likely[i] = (byte) (surroundings.distance(i % width, i / width) > threshold ? 255 : 0);
        }
        Mat mask = new Mat(height, width, CV_8U);
        mask.data().put(likely);
        Regions.fillHoles(mask, SMALL_HOLE);
        likely = Pixels.toBytes(mask);
        int hopeful = 0;
        for (int i = 0; i < likely.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean edge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
            boolean far = surroundings.distance(x, y) > threshold;
            int background = edge && !far ? GC_BGD : GC_PR_BGD;
            boolean garment = likely[i] != 0 && !edge;
            likely[i] = (byte) (garment ? GC_PR_FGD : background);
            hopeful += garment ? 1 : 0;
        }
        if (hopeful < NOTHING * likely.length) {
            return Mat.zeros(mask.size(), CV_8U).asMat();
        }
        mask.data().put(likely);
        grabCut(bgr, mask, new Rect(0, 0, width, height), new Mat(), new Mat(), ITERATIONS, GC_INIT_WITH_MASK);
        Mat ones = new Mat(mask.size(), CV_8U, new Scalar(1));
        bitwise_and(mask, ones, mask);
        mask.convertTo(mask, CV_8U, 255, 0);
        Mat brush = getStructuringElement(MORPH_ELLIPSE, new Size(3, 3));
        morphologyEx(mask, mask, MORPH_OPEN, brush);
        morphologyEx(mask, mask, MORPH_CLOSE, brush);
        Regions.keepMain(mask);
        Regions.fillHoles(mask, SMALL_HOLE);
        return mask;
    }

    /**
     * The edge at the photo's own size, drawn along the photo's edges by a guided filter (K. He et al., 2010), and moved
     * inwards a little, where no colour of the background is mixed in.
     */
    private static Mat refined(Mat photo, Mat mask) {
        Mat large = new Mat();
        resize(mask, large, photo.size(), 0, 0, INTER_CUBIC);
        Mat unit = new Mat();
        large.convertTo(unit, CV_32F, 1 / 255.0, 0);
        Mat guide = new Mat();
        cvtColor(photo, guide, COLOR_BGRA2GRAY);
        guide.convertTo(guide, CV_32F, 1 / 255.0, 0);
        int radius = Math.max(2, (int) Math.round(1.5 * photo.cols() / mask.cols()));
        Mat soft = new GuidedFilter(guide, radius, 1e-4).apply(unit);
        Mat alpha = new Mat();
        soft.convertTo(alpha, CV_8U, 255 * 2.2, -255 * 1.0);
        return alpha;
    }
}
