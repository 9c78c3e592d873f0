package dev.vto.worker.domain;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.View;
import dev.vto.shared.media.MediaKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run made, stored and ready to be written back.
 *
 * @param origin which backend made it
 */
public record Made(List<Picture> pictures, List<Clip> clips, @Nullable Letter letter, Origin origin) {

    /** Who made it, for {@code provider}, {@code model} and {@code ai_generated}. */
    public record Origin(String provider, String model, boolean aiGenerated) {}

    /** A stored file with its thumbnail or poster; width and height in pixels. */
    public record StoredFile(MediaKey key, MediaKey thumbnail, String contentType, int width, int height, long bytes) {}

    /** @param seed makes the same picture again, or null where the backend has no such thing */
    public record Picture(ImageId id, ProductId productId, View view, @Nullable Long seed, StoredFile file) {}

    /**
     * @param seconds length
     * @param seed makes the same video again, or null where the backend has no such thing
     */
    public record Clip(
            VideoId id, @Nullable ProductId productId, double seconds, @Nullable Long seed, StoredFile file) {}

    public record Letter(LetterId id, String language, String headline, String summary, List<String> bulletPoints) {}

    public Made {
        pictures = List.copyOf(pictures);
        clips = List.copyOf(clips);
    }

    /** All stored files, to be removed where the run turns out to count no more. */
    public List<MediaKey> files() {
        return Stream.concat(
                        pictures.stream().map(Picture::file), clips.stream().map(Clip::file))
                .flatMap(file -> Stream.of(file.key(), file.thumbnail()))
                .toList();
    }
}
