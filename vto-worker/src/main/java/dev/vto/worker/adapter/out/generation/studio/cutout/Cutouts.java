package dev.vto.worker.adapter.out.generation.studio.cutout;

import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Garments and persons cut out of photos. A job shows the same ones several times, so the last cut-outs are kept in
 * memory by what the photo files hold; those unused for longest go first.
 */
public final class Cutouts {

    private final PhotoReader photos;
    private final Cutter garments;
    private final long mostBytes;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    /** @param mostBytes of memory for what is kept; 0 keeps nothing */
    public Cutouts(long mostBytes, PhotoReader photos) {
        this(mostBytes, photos, new GarmentCutter()::cut);
    }

    Cutouts(long mostBytes, PhotoReader photos, Cutter garments) {
        this.mostBytes = mostBytes;
        this.photos = photos;
        this.garments = garments;
    }

    /** Cuts something out of its decoded photo. */
    @FunctionalInterface
    public interface Cutter {

        /**
         * @param photo 8-bit BGRA
         * @param what names the photo to its owner
         * @return 8-bit BGRA
         * @throws GenerationFailed with INVALID_INPUT if the photo does not show what it is to show
         */
        Mat cut(Mat photo, String what);
    }

    /** The same photo is another cut-out of another cutter. */
    private record Key(Cutter cutter, String content) {}

    private record Kept(int[] argb, int width, int height) {

        long bytes() {
            return 4L * argb.length;
        }
    }

    /**
     * A garment.
     *
     * @param photo a JPEG, PNG or WebP
     * @param what names the photo to its owner
     * @return 8-bit BGRA, cropped to the garment, transparent around it, colours multiplied by alpha
     * @throws GenerationFailed with INVALID_INPUT if the photo cannot be read or shows no garment
     */
    public Mat of(Path photo, String what) {
        return of(photo, what, garments);
    }

    /**
     * What a cutter makes of a photo.
     *
     * @param cutter the same one each time, or it is asked anew
     * @throws GenerationFailed with INVALID_INPUT if the photo cannot be read, or of the cutter
     */
    public Mat of(Path photo, String what, Cutter cutter) {
        Key key = new Key(cutter, digest(photo));
        Kept known = find(key);
        if (known != null) {
            return Pixels.toMat(known.argb(), known.width(), known.height());
        }
        Mat cutout = cutter.cut(photos.read(photo, what), what);
        keep(key, new Kept(Pixels.toArgb(cutout), cutout.cols(), cutout.rows()));
        return cutout;
    }

    private synchronized @Nullable Kept find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Kept cutout) {
        Kept before = kept.put(key, cutout);
        keptBytes += cutout.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept> oldest = kept.values().iterator();
        while (keptBytes > mostBytes) {
            keptBytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static String digest(Path photo) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream content = new DigestInputStream(Files.newInputStream(photo), sha256)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
