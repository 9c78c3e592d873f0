package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.PhotoLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;

/**
 * Decides whether a file is a photo that we take: whole, of a known format, within the bounds. The size that its header
 * claims is checked before a single pixel is decoded; decoding then skips pixels, so that memory stays bounded.
 */
final class PhotoCheck {

    /** The decoded copy has about so many pixels on its longer side. */
    private static final int DECODED_SIDE = 1000;

    /**
     * The decoder of WebP knows no part of a picture, and takes 60 bytes a pixel. Of larger ones the header is looked at,
     * and their length; the rest shows when they are used.
     */
    private static final long MOST_PIXELS_OF_WEBP = 2_000_000;

    /** The file's type and, in the second half, how many bytes follow. */
    private static final int RIFF_HEAD = 8;

    private PhotoCheck() {}

    /** @throws Rejected if it is no such photo; the message says why and what is allowed */
    static MediaFormat check(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > PhotoLimits.MAX_BYTES) {
            throw tooLarge("A photo has at most " + PhotoLimits.MAX_BYTES / (1024 * 1024) + " MB.");
        }
        byte[] head = head(file);
        MediaFormat format = MediaFormat.sniff(head)
                .filter(MediaFormat.PICTURES::contains)
                .orElseThrow(() -> notAnImage("These bytes are no JPEG, PNG or WebP picture."));
        if (!isWhole(format, head, bytes)) {
            throw damaged(format);
        }
        decode(file, format);
        return format;
    }

    /**
     * Whether a file has as many bytes as its head announces. Only WebP announces them, and only there the decoder
     * takes what is missing for zeros.
     */
    private static boolean isWhole(MediaFormat format, byte[] head, long bytes) {
        return format != MediaFormat.WEBP
                || bytes
                        >= RIFF_HEAD
                                + Integer.toUnsignedLong(ByteBuffer.wrap(head)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt(RIFF_HEAD / 2));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MediaFormat.HEAD);
        }
    }

    private static void decode(Path file, MediaFormat format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no decoder for " + format);
        }
        ImageReader reader = readers.next();
        AtomicBoolean damaged = new AtomicBoolean();
        reader.addIIOReadWarningListener(
                (IIOReadWarningListener) (source, warning) -> damaged.compareAndSet(false, isDamage(warning)));
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > PhotoLimits.MAX_PIXELS) {
                throw tooLarge("A photo has at most " + PhotoLimits.MAX_MEGAPIXELS + " megapixels, not " + width + " x "
                        + height + ".");
            }
            if (format == MediaFormat.WEBP && (long) width * height > MOST_PIXELS_OF_WEBP) {
                return;
            }
            ImageReadParam part = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / DECODED_SIDE);
            part.setSourceSubsampling(step, step, 0, 0);
            reader.read(0, part);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw damaged(format);
        } finally {
            reader.dispose();
        }
        if (damaged.get()) {
            throw damaged(format);
        }
    }

    /** The JPEG decoder only warns of a picture that ends early, and fills the rest with grey. */
    private static boolean isDamage(String warning) {
        return warning.contains("premature") || warning.contains("Premature") || warning.contains("truncat");
    }

    private static Rejected tooLarge(String message) {
        return new Rejected(Rejected.Reason.TOO_LARGE, "too_large", message, List.of());
    }

    private static Rejected damaged(MediaFormat format) {
        return notAnImage("This " + format + " picture is damaged or cut off.");
    }

    private static Rejected notAnImage(String message) {
        return new Rejected(
                Rejected.Reason.UNSUPPORTED,
                "not_an_image",
                message + " A photo is a whole JPEG, PNG or WebP picture.",
                List.of());
    }
}
