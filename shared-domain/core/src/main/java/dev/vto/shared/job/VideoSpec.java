package dev.vto.shared.job;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.PhotoRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video from pictures.
 *
 * @param productId the product it is of, or null where the pictures are of several
 * @param images the pictures in the order in which they are shown, 1-10
 * @param seconds length, 1-10
 * @param aspect shape of the frame
 */
public record VideoSpec(@Nullable ProductId productId, List<Source> images, int seconds, Aspect aspect, long seed)
        implements JobSpec {

    public static final int MAX_IMAGES = 10;
    public static final int MAX_SECONDS = 10;

    /**
     * A picture that the video shows.
     *
     * @param aiGenerated whether a generative model had a part in it, which the video must then say too
     */
    public record Source(ImageId imageId, PhotoRef photo, @Nullable View view, boolean aiGenerated) {}

    public VideoSpec {
        images = List.copyOf(images);
        if (images.isEmpty() || images.size() > MAX_IMAGES) {
            throw new IllegalArgumentException("a video has 1-" + MAX_IMAGES + " images, not " + images.size());
        }
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("a video lasts 1-" + MAX_SECONDS + " seconds, not " + seconds);
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.VIDEO;
    }
}
