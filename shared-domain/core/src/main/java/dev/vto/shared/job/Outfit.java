package dev.vto.shared.job;

import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.PhotoRef;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A product's photos as they were at submit. */
public record Outfit(ProductId productId, Map<PhotoSlot, PhotoRef> photos) {

    public Outfit {
        photos = Map.copyOf(photos);
    }

    /** The photos that show this view, by garment in wearing order. */
    public Map<Garment, PhotoRef> worn(View view) {
        return photos.entrySet().stream()
                .filter(photo -> photo.getKey().view() == view)
                .collect(Collectors.toMap(
                        photo -> photo.getKey().garment(),
                        Map.Entry::getValue,
                        (first, second) -> first,
                        () -> new EnumMap<>(Garment.class)));
    }
}
