package dev.vto.catalog.adapter.in.rest;

import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the photos of a product. */
final class ProductBody {

    private static final String FIELD = "images";
    private static final String[] SLOTS =
            Arrays.stream(PhotoSlot.values()).map(PhotoSlot::wireName).toArray(String[]::new);

    private ProductBody() {}

    /** Photos by slot, each an https URL or one of our own media URLs. */
    @Schema(name = "PhotosChange", description = "An https URL or one of ours by slot; null empties a slot.")
    record Images(
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String upperFront,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String upperBack,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String bottomFront,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String bottomBack,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String onepieceFront,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String onepieceBack,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String outerFront,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH) @Nullable String outerBack) {}

    /** A new product, or a JSON merge patch of one: null empties a slot. */
    @Schema(name = "ProductChange", description = "Photos that are absent stay as they are.")
    record Change(@Schema(nullable = true, description = "null empties all slots.") @Nullable Images images) {}

    static Map<PhotoSlot, PhotoRef> photos(String body, PhotoUrls urls) {
        Map<PhotoSlot, PhotoRef> photos = new EnumMap<>(PhotoSlot.class);
        patch(body, urls).forEach((slot, photo) -> photo.ifPresent(present -> photos.put(slot, present)));
        return photos;
    }

    /** What slots shall hold, or that they shall be empty. */
    static Map<PhotoSlot, Optional<PhotoRef>> patch(String body, PhotoUrls urls) {
        JsonBody json = JsonBody.parse(body, FIELD);
        Map<PhotoSlot, Optional<PhotoRef>> photos = new EnumMap<>(PhotoSlot.class);
        if (json.mentions(FIELD) && !json.has(FIELD)) {
            Arrays.stream(PhotoSlot.values()).forEach(slot -> photos.put(slot, Optional.empty()));
        }
        json.object(FIELD, SLOTS).ifPresent(images -> Arrays.stream(PhotoSlot.values())
                .filter(slot -> images.mentions(slot.wireName()))
                .forEach(slot -> photos.put(slot, photo(images, slot.wireName(), urls))));
        json.done();
        return photos;
    }

    private static Optional<PhotoRef> photo(JsonBody images, String slot, PhotoUrls urls) {
        Optional<String> url = images.text(slot, PhotoUrls.MAX_LENGTH);
        Optional<PhotoRef> photo = url.flatMap(text -> urls.read(text));
        if (url.isPresent() && photo.isEmpty()) {
            images.error(slot, urls.allowed());
        }
        return photo;
    }
}
