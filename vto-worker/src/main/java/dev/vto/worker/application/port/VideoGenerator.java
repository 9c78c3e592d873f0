package dev.vto.worker.application.port;

import dev.vto.shared.job.Aspect;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;

/** Makes a short video from pictures. */
public interface VideoGenerator extends Generator {

    /**
     * Makes the video. Cancelling the subscription stops the work.
     *
     * @return the video; fails with {@link dev.vto.worker.domain.GenerationFailed}
     */
    Uni<Clip> generate(Request request, Progress progress);

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
