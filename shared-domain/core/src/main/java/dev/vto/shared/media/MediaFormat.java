package dev.vto.shared.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The formats of stored files, told by their first bytes and kept in their extensions. */
public enum MediaFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    WEBP("webp", "image/webp"),
    MP4("mp4", "video/mp4");

    /** As many first bytes as {@link #sniff} needs. */
    public static final int HEAD = 12;

    /** The formats of photos. */
    public static final Set<MediaFormat> PICTURES = Set.copyOf(EnumSet.of(JPEG, PNG, WEBP));

    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String extension;
    private final String contentType;

    MediaFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<MediaFormat> sniff(byte[] head) {
        if (begins(head, 0, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (begins(head, 0, ascii("RIFF")) && begins(head, 8, ascii("WEBP"))) {
            return Optional.of(WEBP);
        }
        return begins(head, 4, ascii("ftyp")) ? Optional.of(MP4) : Optional.empty();
    }

    /** The format that a stored file's name tells. */
    public static Optional<MediaFormat> of(MediaKey key) {
        String extension = key.value().substring(key.value().lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    private static boolean begins(byte[] head, int at, byte[] with) {
        return head.length >= at + with.length && Arrays.equals(head, at, at + with.length, with, 0, with.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
