package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts a garment out of its photo. A picture that comes with transparency is taken at its word. Of any other there are
 * several guesses at what is garment; each is parted from its background at a small size, and the one that looks most
 * like a garment is drawn along the edges at the photo's own size.
 */
public final class GarmentCutter {

    /** Longer side, in pixels, at which guesses are parted and compared. */
    private static final int COARSE_SIZE = 180;

    /** Likewise, at which the edge of the best is parted once more. */
    private static final int FINE_SIZE = 400;

    /** Of a picture at the coarse size; what is narrower is a strip. */
    private static final int SMALLEST_SIDE = 16;

    /** A cut of this plausibility ends the search. */
    private static final double GOOD = 4.05;

    /** Guesses that agree in this part of the pixels are one. */
    private static final double SAME = 0.955;

    /** Less than this part of the photo is nothing at all. */
    private static final double NOTHING = 0.01;

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
        Mat garment = new Mat(photo, box).clone();
        Mat shape = new Mat(alpha, box).clone();
        Mat colors = new Mat();
        cvtColor(shape, colors, COLOR_GRAY2BGRA);
        insertChannel(new Mat(shape.size(), CV_8U, new Scalar(255)), garment, 3);
        insertChannel(shape, colors, 3);
        multiply(garment, colors, garment, 1 / 255.0, -1);
        return garment;
    }

    /**
     * How much of each pixel is garment, before anything is refused.
     *
     * @param photo 8-bit BGRA
     * @return 8-bit, of the photo's size
     */
    public Mat alpha(Mat photo) {
        return isCutAlready(photo) ? withoutShadow(ownAlpha(photo)) : SoftEdge.drawn(photo, found(photo));
    }

    /** @param photo 8-bit BGRA */
    static boolean isCutAlready(Mat photo) {
        Mat opaque = new Mat();
        threshold(ownAlpha(photo), opaque, 127, 255, THRESH_BINARY);
        double pixels = (double) photo.rows() * photo.cols();
        return pixels - countNonZero(opaque) > SMALLEST_TRANSPARENCY * pixels;
    }

    private static Mat ownAlpha(Mat photo) {
        Mat alpha = new Mat();
        extractChannel(photo, alpha, 3);
        return alpha;
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
        Mat small = scaled(bgr, COARSE_SIZE);
        if (Math.min(small.cols(), small.rows()) < SMALLEST_SIDE) {
            return Mat.zeros(small.size(), CV_8U).asMat();
        }
        LabImage image = LabImage.of(small);
        Plausibility plausibility = new Plausibility(image);
        Mat best = Mat.zeros(small.size(), CV_8U).asMat();
        double bestScore = -Double.MAX_VALUE;
        List<byte[]> tried = new ArrayList<>();
        for (Supplier<byte[]> guess : Guesses.of(image)) {
            byte[] likely = guess.get();
            if (bestScore < GOOD && tried.stream().noneMatch(other -> areSame(likely, other))) {
                tried.add(likely);
                Mat mask = Parting.of(small, image, likely);
                Plausibility.Score score = plausibility.of(Pixels.toBytes(mask));
                if (score.canBeGarment() && score.total() > bestScore) {
                    bestScore = score.total();
                    best = mask;
                }
            }
        }
        Mat fine = scaled(bgr, FINE_SIZE);
        return Parting.sharpened(fine, LabImage.of(fine), small, best);
    }

    private static boolean areSame(byte[] one, byte[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same > SAME * one.length;
    }

    private static Mat scaled(Mat bgr, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(bgr.cols(), bgr.rows()));
        Mat small = new Mat();
        Size size = new Size((int) Math.ceil(bgr.cols() * scale), (int) Math.ceil(bgr.rows() * scale));
        resize(bgr, small, size, 0, 0, INTER_AREA);
        return small;
    }
}
