package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import dev.vto.shared.job.Garment;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where a cut-out goes on the mannequin: scaled so that its body is as wide as the mannequin's and some ease, hung at
 * the shoulders or the waist. Lengths are stretched or shrunk a little where the garment would end where none does.
 *
 * @param scaleX picture pixels a cut-out pixel, across
 * @param scaleY likewise, down
 * @param left of the cut-out in the picture
 * @param top likewise
 */
record Placement(double scaleX, double scaleY, double left, double top) {

    /** How wide a garment is where it is hung on the shoulders, in the picture. */
    private static final double SHOULDER_WIDTH = 1.92 * Body.CHEST_HALF;

    /** A flat garment is wider than the same garment worn, and so seems shorter when it is fitted by its width. */
    private static final double WORN = 1.22;

    private static final double LOWEST_HEM = Body.ANKLE + 14;

    static Placement of(Garment garment, GarmentShape shape) {
        return switch (garment) {
            case UPPER -> onShoulders(shape, 2.4 * Body.CHEST_HALF / shape.torsoWidth(), Body.CROTCH + 90);
            case ONEPIECE -> onShoulders(shape, 2.36 * Body.WAIST_HALF / shape.waistWidth(), LOWEST_HEM);
            case OUTER -> onShoulders(shape, 2.72 * Body.CHEST_HALF / shape.torsoWidth(), LOWEST_HEM);
            case BOTTOM -> onWaist(shape);
        };
    }

    private static Placement onShoulders(GarmentShape shape, double scaleX, double lowestHem) {
        int shoulder = shape.shoulderRow(SHOULDER_WIDTH / scaleX);
        return hung(shape, scaleX, shoulder, Body.SHOULDER - 8, lowestHem);
    }

    private static Placement onWaist(GarmentShape shape) {
        double byWaist = 2 * Body.WAIST_HALF * 1.06 / shape.width(0.01, 0.06);
        double byHip = 2 * Body.HIP_HALF * 1.06 / shape.width(0.2, 0.3);
        return hung(shape, Math.max(byWaist, byHip), 0, Body.WAIST - 6, LOWEST_HEM);
    }

    private static Placement hung(GarmentShape shape, double scaleX, int row, double at, double lowestHem) {
        double longest = (lowestHem - at) / Math.max(1, shape.height() - row);
        double scaleY = Math.max(scaleX * 0.72, Math.min(scaleX * WORN, longest));
        return new Placement(scaleX, scaleY, Body.MIDDLE - shape.middle() * scaleX, at - row * scaleY);
    }

    Point inPicture(Point inCutout) {
        return new Point(left + inCutout.x() * scaleX, top + inCutout.y() * scaleY);
    }

    /** The cut-out in a transparent picture of the mannequin's size. */
    Mat drawn(Mat cutout) {
        Mat scaled = new Mat();
        int width = Math.max(1, (int) Math.round(cutout.cols() * scaleX));
        int height = Math.max(1, (int) Math.round(cutout.rows() * scaleY));
        resize(cutout, scaled, new Size(width, height), 0, 0, scaleX < 1 ? INTER_AREA : INTER_LINEAR);
        Mat move = Mat.eye(2, 3, CV_64F).asMat();
        DoubleIndexer to = move.createIndexer();
        to.put(0, 2, left);
        to.put(1, 2, top);
        Mat picture = new Mat();
        warpAffine(
                scaled,
                picture,
                move,
                new Size(Body.WIDTH, Body.HEIGHT),
                INTER_LINEAR,
                BORDER_CONSTANT,
                new Scalar(0, 0, 0, 0));
        return picture;
    }
}
