package dev.vto.catalog.domain.product;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One outfit: up to eight photos.
 *
 * @param imageId the last selected live image
 * @param videoId the last selected live video
 * @param letterId the newest live letter
 */
public record Product(
        ProductId id,
        UserId ownerId,
        ProjectId projectId,
        Map<PhotoSlot, PhotoRef> photos,
        @Nullable ImageId imageId,
        @Nullable VideoId videoId,
        @Nullable LetterId letterId,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** @throws Rejected if the photos cannot be worn together */
    public Product {
        EnumMap<PhotoSlot, PhotoRef> copy = new EnumMap<>(PhotoSlot.class);
        copy.putAll(photos);
        photos = Collections.unmodifiableMap(copy);
        requireWearable(photos);
    }

    public static Product create(
            ProductId id, UserId owner, ProjectId project, Map<PhotoSlot, PhotoRef> photos, Instant now) {
        return new Product(id, owner, project, photos, null, null, null, 0, now, now);
    }

    /** What is said of a product that is not in the project where it is asked for. */
    public static Rejected unknown() {
        return Rejected.impossible(
                "unknown_product",
                "productId names no product of this project.",
                List.of(new Rejected.FieldError("productId", "is no product of this project")));
    }

    public Product withPhoto(PhotoSlot slot, PhotoRef photo) {
        return withPhotos(Map.of(slot, Optional.of(photo)));
    }

    public Product withoutPhoto(PhotoSlot slot) {
        return withPhotos(Map.of(slot, Optional.empty()));
    }

    /** @param patch what slots shall hold, or that they shall be empty; other slots stay */
    public Product withPhotos(Map<PhotoSlot, Optional<PhotoRef>> patch) {
        Map<PhotoSlot, PhotoRef> changed = new EnumMap<>(PhotoSlot.class);
        changed.putAll(photos);
        patch.forEach((slot, photo) ->
                photo.ifPresentOrElse(present -> changed.put(slot, present), () -> changed.remove(slot)));
        return new Product(id, ownerId, projectId, changed, imageId, videoId, letterId, version, createdAt, updatedAt);
    }

    private static void requireWearable(Map<PhotoSlot, PhotoRef> photos) {
        boolean onepiece = has(photos, Garment.ONEPIECE);
        if (onepiece && (has(photos, Garment.UPPER) || has(photos, Garment.BOTTOM))) {
            throw Rejected.impossible(
                    "onepiece_excludes",
                    "A onepiece is worn instead of upper and bottom: a product has photos of the one or the others.");
        }
    }

    private static boolean has(Map<PhotoSlot, PhotoRef> photos, Garment garment) {
        return photos.keySet().stream().anyMatch(slot -> slot.garment() == garment);
    }
}
