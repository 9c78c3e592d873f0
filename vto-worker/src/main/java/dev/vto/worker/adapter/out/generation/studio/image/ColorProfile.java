package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** The ICC profile of a photo: what its numbers mean as colours. */
final class ColorProfile {

    /** What ImageIO calls its tree of a PNG's chunks. */
    static final String PNG_METADATA = "javax_imageio_png_1.0";

    /** A chunk of PNG (third edition, 11.3.2.3). */
    private static final String PNG_PROFILE = "iCCP";

    /** Larger ones are no photo's. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int[] BGR_AS_RGB = {2, 1, 0};
    private static final int[] GREY = {0};

    private final ICC_Profile profile;

    private ColorProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** That of a PNG or WebP, if it has one that can be read. The reader of JPEG makes them sRGB by itself. */
    static Optional<ColorProfile> of(ImageReader reader) throws IOException {
        ICC_Profile profile =
                switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
                    case "png" -> ofPng(reader);
                    case "webp" -> ofType(reader.getRawImageType(0));
                    default -> null;
                };
        return Optional.ofNullable(profile)
                .filter(known -> known.getNumComponents() == 1 || known.getNumComponents() == 3)
                .map(ColorProfile::new);
    }

    /** Makes the colours sRGB; leaves them as they are where the profile turns out to be none. */
    Mat toSrgb(Mat bgra) {
        boolean isGrey = profile.getNumComponents() == 1;
        Mat colors = new Mat();
        cvtColor(bgra, colors, isGrey ? COLOR_BGRA2GRAY : COLOR_BGRA2BGR);
        WritableRaster from = raster(colors, isGrey ? GREY : BGR_AS_RGB);
        Mat converted = new Mat(bgra.rows(), bgra.cols(), CV_8UC3);
        WritableRaster to = raster(converted, BGR_AS_RGB);
        try {
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(from, to);
        } catch (CMMException | IllegalArgumentException e) {
            return bgra;
        }
        converted.data().put(((DataBufferByte) to.getDataBuffer()).getData());
        Mat alpha = new Mat();
        extractChannel(bgra, alpha, 3);
        Mat shown = new Mat();
        cvtColor(converted, shown, COLOR_BGR2BGRA);
        insertChannel(alpha, shown, 3);
        return shown;
    }

    /** A copy of continuous bytes. */
    private static WritableRaster raster(Mat pixels, int[] bands) {
        byte[] bytes = new byte[pixels.rows() * pixels.cols() * bands.length];
        pixels.data().get(bytes);
        return Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                pixels.cols(),
                pixels.rows(),
                bands.length * pixels.cols(),
                bands.length,
                bands,
                null);
    }

    private static @Nullable ICC_Profile ofType(@Nullable ImageTypeSpecifier type) {
        return type != null
                        && type.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                        && !space.isCS_sRGB()
                ? space.getProfile()
                : null;
    }

    private static @Nullable ICC_Profile ofPng(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(0);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(PNG_METADATA);
        if (root.getElementsByTagName(PNG_PROFILE).item(0) instanceof IIOMetadataNode node
                && node.getUserObject() instanceof byte[] compressed) {
            try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
                return ICC_Profile.getInstance(inflated.readNBytes(MOST_BYTES));
            } catch (IOException | IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }
}
