package dev.vto.catalog.application;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;

/** A photo of ours that is named by its URL must belong to whoever will own what uses it. */
final class PhotoOwner {

    private PhotoOwner() {}

    /** @throws Rejected if the photo is a stored file of someone else */
    static void require(PhotoRef photo, UserId owner) {
        photo.key().ifPresent(key -> {
            if (!key.owner().equals(owner.toString())) {
                throw Rejected.impossible(
                        "foreign_photo", "A photo of ours belongs to somebody else than the project's owner.");
            }
        });
    }
}
