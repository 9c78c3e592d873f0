package dev.vto.catalog.domain.product;

import static dev.vto.catalog.fixture.Fixtures.aPhotoFor;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_BACK;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_FRONT;
import static dev.vto.shared.job.PhotoSlot.OUTER_BACK;
import static dev.vto.shared.job.PhotoSlot.OUTER_FRONT;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductTest {

    @ParameterizedTest
    @EnumSource(names = {"UPPER_FRONT", "UPPER_BACK", "BOTTOM_FRONT", "BOTTOM_BACK"})
    void wearsAOnepieceInsteadOfUpperAndBottom(PhotoSlot slot) {
        Product onepiece = aProduct().with(ONEPIECE_FRONT).build();
        Product pieces = aProduct().with(slot).build();

        assertRejected(() -> onepiece.withPhoto(slot, aPhotoFor(slot))).isImpossible("onepiece_excludes");
        assertRejected(() -> pieces.withPhoto(ONEPIECE_BACK, aPhotoFor(ONEPIECE_BACK)))
                .isImpossible("onepiece_excludes");
        assertRejected(() -> aProduct().with(slot, ONEPIECE_BACK).build()).isImpossible("onepiece_excludes");
    }

    @Test
    void wearsAnOuterOverEverything() {
        assertThat(aProduct()
                        .with(ONEPIECE_FRONT, ONEPIECE_BACK, OUTER_FRONT, OUTER_BACK)
                        .build()
                        .photos())
                .hasSize(4);
        assertThat(aProduct()
                        .with(
                                UPPER_FRONT,
                                PhotoSlot.UPPER_BACK,
                                PhotoSlot.BOTTOM_FRONT,
                                PhotoSlot.BOTTOM_BACK,
                                OUTER_FRONT,
                                OUTER_BACK)
                        .build()
                        .photos())
                .hasSize(6);
    }

    @Test
    void putsAndTakesOnePhotoAtATime() {
        Product empty = aProduct().build();

        Product dressed =
                empty.withPhoto(UPPER_FRONT, aPhotoFor(UPPER_FRONT)).withPhoto(OUTER_BACK, aPhotoFor(OUTER_BACK));

        assertThat(dressed.photos())
                .isEqualTo(Map.of(UPPER_FRONT, aPhotoFor(UPPER_FRONT), OUTER_BACK, aPhotoFor(OUTER_BACK)));
        assertThat(dressed.withoutPhoto(UPPER_FRONT).photos()).containsOnlyKeys(OUTER_BACK);
        assertThat(dressed.withoutPhoto(UPPER_FRONT).withoutPhoto(OUTER_BACK)).isEqualTo(empty);
        assertThat(empty.withoutPhoto(UPPER_FRONT)).isEqualTo(empty);
        assertThat(empty.photos()).isEmpty();
    }

    @Test
    void mayChangeFromPiecesToAOnepiece() {
        Product pieces = aProduct().with(UPPER_FRONT).build();

        assertThat(pieces.withoutPhoto(UPPER_FRONT)
                        .withPhoto(ONEPIECE_FRONT, aPhotoFor(ONEPIECE_FRONT))
                        .photos())
                .containsOnlyKeys(ONEPIECE_FRONT);
    }

    @Test
    void keepsItsPhotosToItself() {
        Map<PhotoSlot, PhotoRef> photos = new HashMap<>(Map.of(UPPER_FRONT, aPhotoFor(UPPER_FRONT)));
        Product product = Product.create(
                new ProductId(Fixtures.anId()),
                Fixtures.aUserId(),
                new ProjectId(Fixtures.anId()),
                photos,
                Fixtures.NOW);

        photos.clear();

        assertThat(product.photos()).containsOnlyKeys(UPPER_FRONT);
        assertThatThrownBy(() -> product.photos().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void beginsWithoutResults() {
        Product product = aProduct().build();

        assertThat(product.imageId()).isNull();
        assertThat(product.videoId()).isNull();
        assertThat(product.letterId()).isNull();
        assertThat(product.version()).isZero();
    }
}
