package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What most models for try-on take: one garment, and a photo of who is to wear it.
 *
 * @param person the photo, as a {@code data:} URL or in base64
 * @param worn the garment's photo, likewise
 */
public record Fitting(Garment garment, String person, String worn) {

    /** Reads the photos of a request to a backend that takes one garment a call and has no persons of its own. */
    public static Uni<Fitting> of(TryOnGenerator.Request request, PhotoFiles photos) {
        return of(request, photos::dataUrl);
    }

    /** The same with photos that are base64 and no URLs. */
    public static Uni<Fitting> inBase64(TryOnGenerator.Request request, PhotoFiles photos) {
        return of(request, photos::base64);
    }

    private static Uni<Fitting> of(TryOnGenerator.Request request, BiFunction<Path, String, Uni<String>> read) {
        Map.Entry<Garment, Path> garment =
                request.garments().entrySet().iterator().next();
        String slot = PhotoSlot.of(garment.getKey(), request.view()).wireName();
        Path person = Objects.requireNonNull(request.personPhoto(), "the backend has no persons of its own");
        return read.apply(person, "photo of the person")
                .flatMap(wearer -> read.apply(garment.getValue(), "photo for " + slot)
                        .map(worn -> new Fitting(garment.getKey(), wearer, worn)));
    }
}
