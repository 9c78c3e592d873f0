package dev.vto.worker.adapter.out.generation.studio.image;

import dev.vto.worker.domain.GenerationFailed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes a photo upright and at a bounded size, whatever its own: large ones are subsampled while they are read. */
public final class PhotoReader {

    /** What the JPEG decoder says of a photo that was cut short; it fills the rest with grey and goes on. */
    private static final String CUT_SHORT = "Corrupt JPEG data: premature end of data segment";

    private final int longest;

    /** @param longest of the longer side, in pixels */
    public PhotoReader(int longest) {
        this.longest = longest;
    }

    /**
     * Reads a JPEG, PNG or WebP.
     *
     * @param what names the photo to its owner, as "photo for upperFront"
     * @return 8-bit BGRA
     * @throws GenerationFailed with INVALID_INPUT if it cannot be decoded
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
                return Pixels.toMat(bounded(upright(decode(reader), reader)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw GenerationFailed.invalidInput("The " + what + " is damaged and cannot be read.", e);
        }
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longer / (2 * longest));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, parameters);
        if (warnings.contains(CUT_SHORT)) {
            throw new IIOException(CUT_SHORT);
        }
        return image;
    }

    private static BufferedImage upright(BufferedImage image, ImageReader reader) throws IOException {
        Orientation orientation =
                "JPEG".equalsIgnoreCase(reader.getFormatName()) ? ExifUtils.getExifOrientation(reader, 0) : null;
        return orientation == null
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    private BufferedImage bounded(BufferedImage image) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= longest
                ? image
                : Thumbnails.of(image).size(longest, longest).asBufferedImage();
    }
}
