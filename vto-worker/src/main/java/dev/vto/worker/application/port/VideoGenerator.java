package dev.vto.worker.application.port;

import dev.vto.shared.job.Aspect;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Makes a short video from pictures. */
public interface VideoGenerator extends Generator {

    /**
     * What it can be asked for.
     *
     * @param images how many pictures a video shows; of more, the first
     * @param seconds the lengths it makes; another is taken for the nearest of them
     * @param aspects the shapes it makes; none where a video has the shape of its first picture
     * @param seeds whether the same seed makes the same video
     */
    record Capabilities(int images, SortedSet<Integer> seconds, Set<Aspect> aspects, boolean seeds) {}

    Capabilities canFilm();

    /**
     * Makes the video. Cancelling the subscription stops the work, but not what the backend runs as its own job.
     *
     * @return the video; fails with {@link dev.vto.worker.domain.GenerationFailed}
     */
    Uni<Clip> generate(Request request, Call call);

    /**
     * @param images local picture files in the order in which they are shown, at least one
     * @param seconds length, 1-10
     * @param folder where the backend writes; the caller removes it
     */
    record Request(List<Path> images, int seconds, Aspect aspect, long seed, Path folder) {

        public Request {
            images = List.copyOf(images);
            if (images.isEmpty()) {
                throw new IllegalArgumentException("a video needs at least one image");
            }
        }
    }

    /**
     * @param file MP4, H.264, index first
     * @param poster JPEG of the first frame
     * @param width pixels
     * @param height pixels
     * @param seconds length
     */
    record Clip(Path file, Path poster, String contentType, int width, int height, double seconds) {}
}
