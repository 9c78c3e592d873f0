package dev.vto.worker.adapter.out.generation.studio.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/**
 * How the camera was held, by the Exif data of a photo: in a segment of a JPEG (CIPA DC-008, 4.7), in the chunk eXIf of a
 * PNG (third edition, 11.3.4.5) or in the chunk EXIF of a WebP (RFC 9649, 2.7.1.5).
 */
final class ExifOrientation {

    /** What stands before the data in a JPEG, and is left out elsewhere by most. */
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private static final String PNG_CHUNK = "eXIf";
    private static final int WEBP_CHUNK =
            ByteBuffer.wrap("EXIF".getBytes(StandardCharsets.US_ASCII)).getInt();
    private static final int RIFF_HEADER = 12;

    /** Of a WebP; only one that moves has more. */
    private static final int MOST_CHUNKS = 100;

    /** As in a JPEG, which has no room for more. */
    private static final int MOST_BYTES = 1 << 16;

    private ExifOrientation() {}

    /** @return upright where the photo says nothing, or nothing that can be read */
    static Orientation of(ImageReader reader) {
        try {
            Orientation orientation =
                    switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
                        case "jpeg" -> ExifUtils.getExifOrientation(reader, 0);
                        case "png" -> in(ofPng(reader));
                        case "webp" -> in(ofWebp((ImageInputStream) reader.getInput()));
                        default -> null;
                    };
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (IOException
                | RuntimeException damaged) { // whatever the readers of Exif data throw: it is said nowhere
            return Orientation.TOP_LEFT;
        }
    }

    private static @Nullable Orientation in(byte @Nullable [] exif) {
        if (exif == null) {
            return null;
        }
        boolean marked = Arrays.equals(exif, 0, Math.min(MARK.length, exif.length), MARK, 0, MARK.length);
        byte[] whole = ByteBuffer.allocate(MARK.length + exif.length)
                .put(MARK)
                .put(exif)
                .array();
        return ExifUtils.getOrientationFromExif(marked ? exif : whole);
    }

    private static byte @Nullable [] ofPng(ImageReader reader) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(ColorProfile.PNG_METADATA);
        NodeList chunks = root.getElementsByTagName("UnknownChunk");
        for (int i = 0; i < chunks.getLength(); i++) {
            IIOMetadataNode chunk = (IIOMetadataNode) chunks.item(i);
            if (PNG_CHUNK.equals(chunk.getAttribute("type"))) {
                return (byte[]) chunk.getUserObject();
            }
        }
        return null;
    }

    private static byte @Nullable [] ofWebp(ImageInputStream input) throws IOException {
        input.seek(RIFF_HEADER);
        try {
            for (int i = 0; i < MOST_CHUNKS; i++) {
                input.setByteOrder(ByteOrder.BIG_ENDIAN);
                int name = input.readInt();
                input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
                long size = input.readUnsignedInt();
                if (name == WEBP_CHUNK) {
                    byte[] exif = new byte[(int) Math.min(size, MOST_BYTES)];
                    input.readFully(exif);
                    return exif;
                }
                input.seek(input.getStreamPosition() + size + size % 2);
            }
            return null;
        } catch (EOFException end) {
            return null;
        }
    }
}
