package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Executor;
import net.coobird.thumbnailator.Thumbnails;

/** Photos as backends are sent them: upright JPEG of a bounded size, whatever they were. */
public final class PhotoFiles {

    private static final int LONGEST_SIDE = 2048;
    private static final double QUALITY = 0.92;

    private final Executor workers;
    private final int mostBytes;
    private final int longestSide;

    public PhotoFiles(Executor workers) {
        this(workers, Integer.MAX_VALUE, LONGEST_SIDE);
    }

    private PhotoFiles(Executor workers, int mostBytes, int longestSide) {
        this.workers = workers;
        this.mostBytes = mostBytes;
        this.longestSide = longestSide;
    }

    /** The same, each photo made smaller until it has no more bytes than this. */
    public PhotoFiles within(int bytes) {
        return new PhotoFiles(workers, bytes, longestSide);
    }

    /** The same, each photo made smaller until no side is longer than this. */
    public PhotoFiles scaledTo(int pixels) {
        return new PhotoFiles(workers, mostBytes, pixels);
    }

    /**
     * The photo as base64 without line breaks.
     *
     * @param what names the photo to its owner, as "photo for upperFront"
     */
    public Uni<String> base64(Path photo, String what) {
        return jpeg(photo, what).map(jpeg -> Base64.getEncoder().encodeToString(jpeg));
    }

    /** The photo as it is. */
    public Uni<byte[]> jpeg(Path photo, String what) {
        return Uni.createFrom().item(() -> upright(photo, what)).runSubscriptionOn(workers);
    }

    /** The same as a {@code data:} URL. */
    public Uni<String> dataUrl(Path photo, String what) {
        return base64(photo, what).map(base64 -> "data:image/jpeg;base64," + base64);
    }

    private byte[] upright(Path photo, String what) {
        try {
            BufferedImage image = Thumbnails.of(photo.toFile()).scale(1).asBufferedImage();
            int longest = Math.min(longestSide, Math.max(image.getWidth(), image.getHeight()));
            byte[] jpeg = jpeg(image, longest);
            while (jpeg.length > mostBytes) {
                longest = longest * 4 / 5;
                jpeg = jpeg(image, longest);
            }
            return jpeg;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw GenerationFailed.invalidInput("The " + what + " is damaged and cannot be read.", e);
        }
    }

    private static byte[] jpeg(BufferedImage image, int longest) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .size(longest, longest)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }
}
