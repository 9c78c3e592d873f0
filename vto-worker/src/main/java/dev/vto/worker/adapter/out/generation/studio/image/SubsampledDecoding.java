package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.bytedeco.opencv.opencv_core.Mat;

/** By ImageIO, which reads JPEG and PNG row by row and keeps no more than is asked for. */
final class SubsampledDecoding implements Decoding {

    /** What the JPEG decoder says of a photo that was cut short; it fills the rest with grey and goes on. */
    private static final String CUT_SHORT = "Corrupt JPEG data: premature end of data segment";

    /** So many pixels are left for one of the result at least: their mean is smooth where one of them would be not. */
    private static final int SPARE = 3;

    /** Of pixels: as the file has them, and in sRGB; then they are handed on. */
    private static final int COPIES = 2;

    /** A progressive JPEG is kept whole until its last scan: two bytes a sample. */
    private static final int BYTES_OF_COEFFICIENT = 2;

    private static final int MOST_BANDS = 4;

    private final ImageReader reader;
    private final int step;

    /** @param longest side that is wanted, in pixels */
    SubsampledDecoding(ImageReader reader, int longest) throws IOException {
        this.reader = reader;
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        this.step = (longer + SPARE * longest - 1) / (SPARE * longest);
    }

    @Override
    public long bytes() throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        int bands = type == null ? MOST_BANDS : type.getNumBands();
        int bytesOfSample = type == null ? 1 : (type.getBitsPerBand(0) + 7) / 8;
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        long read = (long) subsampled(reader.getWidth(0)) * subsampled(reader.getHeight(0));
        long whole = isJpeg(reader) ? BYTES_OF_COEFFICIENT * bands * pixels : 0;
        return whole + (COPIES * bands * bytesOfSample + MOST_BANDS) * read;
    }

    @Override
    public Mat decode() throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, parameters);
        if (warnings.contains(CUT_SHORT)) {
            throw new IIOException(CUT_SHORT);
        }
        PixelRows rows = PixelRows.of(image);
        Mat mat = new Mat(image.getHeight(), image.getWidth(), CV_8UC(rows.channels()));
        for (int y = 0; y < image.getHeight(); y++) {
            mat.ptr(y).put(rows.row(y));
        }
        return mat;
    }

    static boolean isJpeg(ImageReader reader) throws IOException {
        return "JPEG".equalsIgnoreCase(reader.getFormatName());
    }

    private int subsampled(int side) {
        return (side + step - 1) / step;
    }
}
