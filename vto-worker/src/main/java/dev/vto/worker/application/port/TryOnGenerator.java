package dev.vto.worker.application.port;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one picture of a person who wears an outfit. */
public interface TryOnGenerator extends Generator {

    /**
     * What it can be asked for.
     *
     * @param together the garments that one call takes together; each of the others needs a call of its own
     * @param views the sides it can show
     * @param seeds whether the same seed makes the same picture
     * @param persons whether it has the persons that presets name; if not, it is given a photo with each request
     */
    record Capabilities(Set<Garment> together, Set<View> views, boolean seeds, boolean persons) {

        public Capabilities {
            together = Set.copyOf(together);
            views = Set.copyOf(views);
        }
    }

    Capabilities canDress();

    /**
     * Makes the picture. Cancelling the subscription stops the work, but not what the backend runs as its own job.
     *
     * @return the picture; fails with {@link dev.vto.worker.domain.GenerationFailed}
     */
    Uni<Picture> generate(Request request, Call call);

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
