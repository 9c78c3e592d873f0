package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aPhotoFor;
import static dev.vto.catalog.fixture.Fixtures.aPhotoOf;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import org.junit.jupiter.api.Test;

class PhotoOwnerTest {

    private final UserId owner = aUserId();

    @Test
    void acceptsTheOwnersStoredPhotos() {
        assertThatNoException().isThrownBy(() -> PhotoOwner.require(aPhotoOf(owner), owner));
    }

    @Test
    void acceptsPhotosOfAnyOfTheOwners() {
        assertThatNoException().isThrownBy(() -> PhotoOwner.require(aPhotoOf(owner), aUserId(), owner));
    }

    @Test
    void acceptsPhotosFromElsewhere() {
        assertThatNoException().isThrownBy(() -> PhotoOwner.require(aPhotoFor(PhotoSlot.UPPER_FRONT), owner));
    }

    @Test
    void refusesStoredPhotosOfSomebodyElse() {
        assertRejected(() -> PhotoOwner.require(aPhotoOf(aUserId()), owner))
                .isImpossible("foreign_photo")
                .hasMessage("A stored photo that is named here belongs to somebody else.");
    }
}
