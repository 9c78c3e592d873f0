package dev.vto.catalog.adapter.out.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** The picture formats that users may send, told by their first bytes. */
enum PhotoFormat {
    JPEG("jpg"),
    PNG("png"),
    WEBP("webp");

    /** As many first bytes as {@link #sniff} needs. */
    static final int HEAD = 12;

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** The file's type and, in the second half, how many bytes follow. */
    private static final int RIFF_HEAD = 8;

    private final String extension;

    PhotoFormat(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /**
     * Whether a file has as many bytes as its head announces. Only WebP announces them, and only there the decoder
     * takes what is missing for zeros.
     */
    boolean isWhole(byte[] head, long bytes) {
        return this != WEBP
                || bytes
                        >= RIFF_HEAD
                                + Integer.toUnsignedLong(ByteBuffer.wrap(head)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt(RIFF_HEAD / 2));
    }

    static Optional<PhotoFormat> sniff(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xff && head[1] == (byte) 0xd8 && head[2] == (byte) 0xff) {
            return Optional.of(JPEG);
        }
        if (head.length >= PNG_HEAD.length && Arrays.equals(head, 0, PNG_HEAD.length, PNG_HEAD, 0, PNG_HEAD.length)) {
            return Optional.of(PNG);
        }
        if (head.length >= HEAD && is(head, 0, "RIFF") && is(head, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    private static boolean is(byte[] head, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (head[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
