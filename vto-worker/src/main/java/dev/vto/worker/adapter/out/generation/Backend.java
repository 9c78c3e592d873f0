package dev.vto.worker.adapter.out.generation;

import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A backend that settings can choose by its name, with makers of what it can make. It may be there without being
 * configured: only a maker says what is missing, by an {@link IllegalArgumentException} that names the setting.
 */
public interface Backend {

    /** As {@code VTO_GENERATOR} has it. */
    String name();

    default Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.empty();
    }

    default Optional<Supplier<VideoGenerator>> video() {
        return Optional.empty();
    }

    default Optional<Supplier<Copywriter>> copywriter() {
        return Optional.empty();
    }
}
