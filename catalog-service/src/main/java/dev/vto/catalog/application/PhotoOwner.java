package dev.vto.catalog.application;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import java.util.Arrays;

/** A photo of ours that is named by its URL must belong to someone whose photos may be used there. */
final class PhotoOwner {

    private PhotoOwner() {}

    /** @throws Rejected if the photo is a stored file of none of these owners */
    static void require(PhotoRef photo, UserId... owners) {
        photo.key().ifPresent(key -> {
            if (Arrays.stream(owners).noneMatch(owner -> key.owner().equals(owner.toString()))) {
                throw Rejected.impossible(
                        "foreign_photo", "A stored photo that is named here belongs to somebody else.");
            }
        });
    }
}
