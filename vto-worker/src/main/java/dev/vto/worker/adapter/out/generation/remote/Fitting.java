package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What most models for try-on take: one garment, and a photo of who is to wear it.
 *
 * @param <P> a photo as the backend takes it
 * @param worn the garment's photo
 */
public record Fitting<P>(Garment garment, P person, P worn) {

    /**
     * Reads the photos of a request to a backend that takes one garment a call and has no persons of its own, as
     * {@code data:} URLs.
     */
    public static Uni<Fitting<String>> of(TryOnGenerator.Request request, PhotoFiles photos) {
        return of(request, photos::dataUrl);
    }

    /** The same with photos that are base64 and no URLs. */
    public static Uni<Fitting<String>> inBase64(TryOnGenerator.Request request, PhotoFiles photos) {
        return of(request, photos::base64);
    }

    /** The same with photos as they are. */
    public static Uni<Fitting<byte[]>> inBytes(TryOnGenerator.Request request, PhotoFiles photos) {
        return of(request, photos::jpeg);
    }

    private static <P> Uni<Fitting<P>> of(TryOnGenerator.Request request, BiFunction<Path, String, Uni<P>> read) {
        Map.Entry<Garment, Path> garment =
                request.garments().entrySet().iterator().next();
        String slot = PhotoSlot.of(garment.getKey(), request.view()).wireName();
        Path person = Objects.requireNonNull(request.personPhoto(), "the backend has no persons of its own");
        return read.apply(person, "photo of the person")
                .flatMap(wearer -> read.apply(garment.getValue(), "photo for " + slot)
                        .map(worn -> new Fitting<>(garment.getKey(), wearer, worn)));
    }

    /** What a model can dress that takes one fitting a call. */
    public static TryOnGenerator.Capabilities capabilities(boolean seeds) {
        return new TryOnGenerator.Capabilities(Set.of(), EnumSet.allOf(View.class), seeds, false);
    }

    /** What the model calls the kind of garment. */
    public String category(GarmentNames names) {
        return switch (garment) {
            case UPPER -> names.upper();
            case BOTTOM -> names.bottom();
            case ONEPIECE -> names.onepiece();
            case OUTER -> names.outer();
        };
    }

    /** The garment in words. */
    public String description() {
        return switch (garment) {
            case UPPER -> "a top";
            case BOTTOM -> "trousers or a skirt";
            case ONEPIECE -> "a dress";
            case OUTER -> "a jacket or coat";
        };
    }
}
