package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vto.shared.media.PhotoLimits;
import dev.vto.worker.domain.GenerationFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Decodes a photo upright, in sRGB and at a bounded size, whatever its own, within a bounded memory. */
public final class PhotoReader {

    private static final int LONGEST_SIDE = 1600;

    private final int longest;
    private final DecodingMemory memory;

    /** Of a size that is enough for whatever the studio makes. */
    public PhotoReader(DecodingMemory memory) {
        this(LONGEST_SIDE, memory);
    }

    /** @param longest of the longer side, in pixels */
    PhotoReader(int longest, DecodingMemory memory) {
        this.longest = longest;
        this.memory = memory;
    }

    /**
     * Reads a JPEG, PNG or WebP.
     *
     * @param what names the photo to its owner, as "photo for upperFront"
     * @return 8-bit BGRA
     * @throws GenerationFailed with INVALID_INPUT if it cannot be decoded, or not within the bounds
     */
    public Mat read(Path file, String what) {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw GenerationFailed.invalidInput("The " + what + " is not a JPEG, PNG or WebP image.", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return read(file, reader, what);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw GenerationFailed.invalidInput("The " + what + " is damaged and cannot be read.", e);
        }
    }

    @SuppressWarnings("try") // scope and memory are there to be closed
    private Mat read(Path file, ImageReader reader, String what) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > PhotoLimits.MAX_PIXELS) {
            throw GenerationFailed.invalidInput(
                    "The " + what + " has more than " + PhotoLimits.MAX_MEGAPIXELS + " megapixels.", null);
        }
        Decoding decoding = "WebP".equalsIgnoreCase(reader.getFormatName())
                ? new WebpDecoding(file, width, height)
                : new SubsampledDecoding(reader, longest);
        Mat photo = new Mat();
        try (DecodingMemory.Held held = memory.hold(decoding.bytes(), what);
                PointerScope scope = new PointerScope()) {
            Mat bgra = withAlpha(bounded(decoding.decode(), width, height));
            Mat srgb =
                    ColorProfile.of(reader).map(profile -> profile.toSrgb(bgra)).orElse(bgra);
            Upright.of(srgb, ExifOrientation.of(reader)).copyTo(photo);
        }
        return photo;
    }

    /** @param width of the photo, of which some pixels may be left out already */
    private Mat bounded(Mat image, int width, int height) {
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        Size size =
                new Size((int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
        if (image.cols() == size.width() && image.rows() == size.height()) {
            return image;
        }
        Mat smaller = new Mat();
        resize(image, smaller, size, 0, 0, INTER_AREA);
        return smaller;
    }

    /** @param image grey, BGR, or BGRA with its colours multiplied by alpha */
    private static Mat withAlpha(Mat image) {
        Mat bgra = new Mat();
        if (image.channels() < 4) {
            cvtColor(image, bgra, image.channels() == 1 ? COLOR_GRAY2BGRA : COLOR_BGR2BGRA);
            return bgra;
        }
        Mat alpha = new Mat();
        extractChannel(image, alpha, 3);
        cvtColor(alpha, bgra, COLOR_GRAY2BGRA);
        divide(image, bgra, bgra, 255, -1);
        insertChannel(alpha, bgra, 3);
        return bgra;
    }
}
