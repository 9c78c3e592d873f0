package dev.vto.worker.application.port;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one picture of a person who wears an outfit. */
public interface TryOnGenerator extends Generator {

    /**
     * Makes the picture. Cancelling the subscription stops the work.
     *
     * @return the picture; fails with {@link dev.vto.worker.domain.GenerationFailed}
     */
    Uni<Picture> generate(Request request, Progress progress);

    /**
     * @param garments local photo files by garment; at least one; iterated in wearing order
     * @param view the side that the photos show
     * @param preset name of the person preset, or null where a photo is given
     * @param personPhoto local file with the user's own person photo, or null
     * @param seed same request and seed, same bytes, where the backend can
     * @param folder where the backend writes; the caller removes it
     */
    record Request(
            Map<Garment, Path> garments,
            View view,
            @Nullable String preset,
            @Nullable Path personPhoto,
            long seed,
            Path folder) {

        public Request {
            if (garments.isEmpty()) {
                throw new IllegalArgumentException("a try-on needs at least one garment photo");
            }
            garments = Collections.unmodifiableMap(new EnumMap<>(garments));
        }
    }

    /**
     * @param file JPEG or PNG
     * @param thumbnail JPEG, 400 pixels wide
     * @param width pixels
     * @param height pixels
     */
    record Picture(Path file, Path thumbnail, String contentType, int width, int height) {}
}
