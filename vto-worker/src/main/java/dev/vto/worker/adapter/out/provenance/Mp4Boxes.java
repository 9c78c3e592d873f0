package dev.vto.worker.adapter.out.provenance;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of an MP4 file, as far as its XMP packet goes: a {@code uuid} box at the top level (XMP Specification, part
 * 3; ISO/IEC 14496-12, 4.2). A packet goes to the end, so that no offset in the file changes.
 */
final class Mp4Boxes implements Closeable {

    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");
    private static final int UUID_BOX = 0x75756964;
    private static final byte[] FREE_BOX = "free".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int UUID_LENGTH = 16;
    private static final int LONGEST_PACKET = 1 << 20;

    private final RandomAccessFile file;

    /** A box with its extended type, where it has one. */
    private record Box(long at, long size, @Nullable UUID uuid) {

        boolean isPacket() {
            return XMP.equals(uuid) && size <= LONGEST_PACKET;
        }
    }

    Mp4Boxes(Path file) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "rw");
    }

    Optional<byte[]> packet() throws IOException {
        for (long at = 0; at < file.length(); ) {
            Box box = box(at);
            if (box.isPacket()) {
                byte[] packet = new byte[(int) box.size() - HEADER - UUID_LENGTH];
                file.seek(at + HEADER + UUID_LENGTH);
                file.readFully(packet);
                return Optional.of(packet);
            }
            at += box.size();
        }
        return Optional.empty();
    }

    /** Frees the space of packets that are there, and appends this one. */
    void replacePacket(byte[] packet) throws IOException {
        for (long at = 0; at < file.length(); ) {
            Box box = box(at);
            if (box.isPacket()) {
                file.seek(at + 4);
                file.write(FREE_BOX);
            }
            at += box.size();
        }
        file.seek(file.length());
        file.writeInt(HEADER + UUID_LENGTH + packet.length);
        file.writeInt(UUID_BOX);
        file.writeLong(XMP.getMostSignificantBits());
        file.writeLong(XMP.getLeastSignificantBits());
        file.write(packet);
    }

    private Box box(long at) throws IOException {
        file.seek(at);
        long size = file.readInt() & 0xFFFFFFFFL;
        int type = file.readInt();
        int header = HEADER;
        if (size == 1) {
            size = file.readLong();
            header = LONG_HEADER;
        } else if (size == 0) {
            size = closed(at);
        }
        if (size < header || size > file.length() - at) {
            throw new IOException("box of " + size + " bytes at " + at + " of an MP4 file of " + file.length());
        }
        boolean isUuid = type == UUID_BOX && header == HEADER && size >= HEADER + UUID_LENGTH;
        return new Box(at, size, isUuid ? new UUID(file.readLong(), file.readLong()) : null);
    }

    /** Writes down the size of a last box that goes on to the end of the file, so that another can follow. */
    private long closed(long at) throws IOException {
        int size = Math.toIntExact(file.length() - at);
        file.seek(at);
        file.writeInt(size);
        file.seek(at + HEADER);
        return size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
