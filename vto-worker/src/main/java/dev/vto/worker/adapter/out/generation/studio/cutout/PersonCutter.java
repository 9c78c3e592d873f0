package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.vto.worker.domain.GenerationFailed;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Tells a person from the background of a photo and frames the photo: it fills the picture, with the person in it. Where
 * the person would not fit, the photo is smaller and its background goes on at its sides.
 */
public final class PersonCutter implements Cutouts.Cutter {

    /** Of the picture's height, the most that a person may take. */
    private static final double TALLEST = 0.95;

    /** A person whose head or feet are so near to the photo's edge, as part of its height, goes on beyond it. */
    private static final double EDGE = 0.016;

    private final GarmentCutter cutter = new GarmentCutter();
    private final int width;
    private final int height;

    /**
     * @param width of the picture in pixels
     * @param height likewise
     */
    public PersonCutter(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** @return of the picture's size: the photo, whose alpha tells the person; colours not multiplied by it */
    @Override
    public Mat cut(Mat photo, String what) {
        Mat alpha = cutter.alpha(photo);
        Mat solid = new Mat();
        threshold(alpha, solid, 127, 255, THRESH_BINARY);
        Rect person = boundingRect(solid);
        if (GarmentCutter.isCutAlready(photo)) {
            Mat paper = new Mat(photo.size(), CV_8UC4, Scalar.all(255));
            photo.copyTo(paper, solid);
            return framed(paper, alpha, person);
        }
        double edge = EDGE * photo.rows();
        if (person.height() > 0 && (person.y() < edge || person.y() + person.height() > photo.rows() - edge)) {
            throw GenerationFailed.invalidInput(
                    "The " + what + " is to show the person whole, with some space above the head and below the feet.",
                    null);
        }
        return framed(photo, alpha, person);
    }

    private Mat framed(Mat photo, Mat alpha, Rect person) {
        double cover = Math.max((double) width / photo.cols(), (double) height / photo.rows());
        double scale = Math.min(cover, TALLEST * height / Math.max(1, person.height()));
        int columns = (int) Math.min(photo.cols(), Math.ceil(width / scale));
        int rows = (int) Math.min(photo.rows(), Math.ceil(height / scale));
        Rect part = new Rect(
                start(person.x() + person.width() / 2, columns, photo.cols()),
                start(person.y() + person.height() / 2, rows, photo.rows()),
                columns,
                rows);
        Size size = new Size(
                (int) Math.min(width, Math.round(columns * scale)), (int) Math.min(height, Math.round(rows * scale)));
        double free = Math.min(person.x(), photo.cols() - person.x() - person.width()) * scale;
        boolean mirrored = 2 * free > width - size.width();
        Mat framed = framed(photo, part, size, mirrored ? BORDER_REFLECT : BORDER_REPLICATE);
        insertChannel(framed(alpha, part, size, BORDER_CONSTANT), framed, 3);
        return framed;
    }

    private Mat framed(Mat image, Rect part, Size size, int border) {
        Mat scaled = new Mat();
        resize(new Mat(image, part), scaled, size, 0, 0, size.width() < part.width() ? INTER_AREA : INTER_LINEAR);
        int across = width - scaled.cols();
        int down = height - scaled.rows();
        Mat filled = new Mat();
        copyMakeBorder(scaled, filled, down / 2, down - down / 2, across / 2, across - across / 2, border);
        return filled;
    }

    private static int start(int middle, int length, int of) {
        return Math.max(0, Math.min(of - length, middle - length / 2));
    }
}
