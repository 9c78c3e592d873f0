package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import org.bytedeco.opencv.opencv_core.Mat;

/** By libwebp in OpenCV, which decodes all of it; what there is in Java takes 60 bytes a pixel for that. */
final class WebpDecoding implements Decoding {

    /** Of a lossless one, twice four; of one with alpha, four and as many with its alpha while it is multiplied. */
    private static final int BYTES_OF_PIXEL = 9;

    private final Path file;
    private final int width;
    private final int height;

    WebpDecoding(Path file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(file) + (long) BYTES_OF_PIXEL * width * height;
    }

    @Override
    public Mat decode() throws IOException {
        Mat image = imread(file.toString(), IMREAD_UNCHANGED);
        if (image.cols() != width || image.rows() != height) {
            throw new IIOException("no WebP of " + width + " x " + height);
        }
        if (image.type() == CV_8UC4) {
            multiplyByAlpha(image);
        } else if (image.type() != CV_8UC3) {
            throw new IIOException("a WebP of type " + image.type());
        }
        return image;
    }

    private static void multiplyByAlpha(Mat bgra) {
        Mat alpha = new Mat();
        extractChannel(bgra, alpha, 3);
        Mat four = new Mat();
        cvtColor(alpha, four, COLOR_GRAY2BGRA);
        multiply(bgra, four, bgra, 1 / 255.0, -1);
        insertChannel(alpha, bgra, 3);
    }
}
