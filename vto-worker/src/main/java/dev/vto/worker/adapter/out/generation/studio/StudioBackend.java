package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Embedded imaging: real pictures, no account. It can make everything.
 *
 * @param workers the threads that make things
 * @param garments cut out for pictures and for letters
 * @param photos that are filmed
 */
public record StudioBackend(Executor workers, Cutouts garments, PhotoReader photos) implements Backend {

    @Override
    public String name() {
        return Studio.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new StudioTryOn(workers, garments));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new StudioVideo(workers, photos));
    }

    @Override
    public Optional<Supplier<Copywriter>> copywriter() {
        return Optional.of(() -> new StudioCopywriter(workers, garments));
    }
}
