package dev.vto.worker.adapter.out.provenance;

import com.ashampoo.kim.Kim;
import com.ashampoo.kim.common.ImageReadException;
import com.ashampoo.kim.format.ImageMetadata;
import com.ashampoo.kim.format.jpeg.JpegRewriter;
import com.ashampoo.kim.format.png.PngWriter;
import com.ashampoo.kim.input.ByteArrayByteReader;
import com.ashampoo.kim.output.ByteArrayByteWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Where a kind of file keeps its XMP packet. */
enum Container {
    /** A segment APP1. */
    JPEG(0, "FFD8FF") {
        @Override
        Optional<String> read(Path file) throws IOException {
            return packetOfImage(file);
        }

        @Override
        void write(Path file, String packet) throws IOException {
            ByteArrayByteWriter labelled = new ByteArrayByteWriter();
            JpegRewriter.updateXmpXml(new ByteArrayByteReader(Files.readAllBytes(file)), labelled, packet);
            Files.write(file, labelled.toByteArray());
        }
    },
    /** A chunk iTXt. */
    PNG(0, "89504E470D0A1A0A") {
        @Override
        Optional<String> read(Path file) throws IOException {
            return packetOfImage(file);
        }

        @Override
        void write(Path file, String packet) throws IOException {
            ByteArrayByteWriter labelled = new ByteArrayByteWriter();
            PngWriter.INSTANCE.writeImage(
                    new ByteArrayByteReader(Files.readAllBytes(file)), labelled, null, null, packet);
            Files.write(file, labelled.toByteArray());
        }
    },
    /** A box uuid. */
    MP4(4, "66747970") {
        @Override
        Optional<String> read(Path file) throws IOException {
            try (Mp4Boxes boxes = new Mp4Boxes(file)) {
                return boxes.packet().map(packet -> new String(packet, StandardCharsets.UTF_8));
            }
        }

        @Override
        void write(Path file, String packet) throws IOException {
            try (Mp4Boxes boxes = new Mp4Boxes(file)) {
                boxes.replacePacket(packet.getBytes(StandardCharsets.UTF_8));
            }
        }
    };

    private final int offset;
    private final byte[] magic;

    Container(int offset, String magic) {
        this.offset = offset;
        this.magic = HexFormat.of().parseHex(magic);
    }

    /** @throws IOException if the file is of none of these kinds */
    static Container of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(12);
            return Arrays.stream(values())
                    .filter(container -> container.begins(head))
                    .findFirst()
                    .orElseThrow(() -> new IOException(file.getFileName() + " is no JPEG, PNG or MP4 file"));
        }
    }

    private boolean begins(byte[] head) {
        return head.length >= offset + magic.length
                && Arrays.equals(head, offset, offset + magic.length, magic, 0, magic.length);
    }

    abstract Optional<String> read(Path file) throws IOException;

    /** Puts the packet in, in place of one that is there. */
    abstract void write(Path file, String packet) throws IOException;

    private static Optional<String> packetOfImage(Path file) throws IOException {
        try {
            return Optional.ofNullable(Kim.readMetadata(Files.readAllBytes(file)))
                    .map(ImageMetadata::getXmp);
        } catch (ImageReadException e) {
            throw new IOException(e);
        }
    }
}
