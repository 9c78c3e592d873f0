package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aPhotoFor;
import static dev.vto.catalog.fixture.Fixtures.aPhotoOf;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.BOTTOM_FRONT;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_FRONT;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditProductTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final EditProduct editProduct = new EditProduct(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.products());
    private final Project project = catalog.givenAProject();
    private final Product product =
            catalog.given(aProduct().in(project).with(UPPER_FRONT).build());

    @Test
    void changesSeveralSlotsAtOnce() {
        Product edited = edit(
                project.ownerId(),
                Map.of(
                        UPPER_FRONT, Optional.empty(),
                        ONEPIECE_FRONT, Optional.of(aPhotoFor(ONEPIECE_FRONT))));

        assertThat(edited.photos()).containsOnlyKeys(ONEPIECE_FRONT);
        assertThat(edited.version()).isEqualTo(product.version() + 1);
    }

    @Test
    void leavesOtherSlots() {
        assertThat(edit(project.ownerId(), Map.of(BOTTOM_FRONT, Optional.of(aPhotoFor(BOTTOM_FRONT))))
                        .photos())
                .containsOnlyKeys(UPPER_FRONT, BOTTOM_FRONT);
    }

    @Test
    void refusesAPhotoOfAnybodyButTheOwner() {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> edit(editor, Map.of(BOTTOM_FRONT, Optional.of(aPhotoOf(editor)))))
                .isImpossible("foreign_photo");
        assertThat(edit(editor, Map.of(BOTTOM_FRONT, Optional.of(aPhotoOf(project.ownerId()))))
                        .photos())
                .containsKey(BOTTOM_FRONT);
    }

    @Test
    void takesAnEditorAtLeast() {
        Map<PhotoSlot, Optional<PhotoRef>> emptying = Map.of(UPPER_FRONT, Optional.empty());

        assertRejected(() -> edit(catalog.givenA(Role.VIEWER, project), emptying))
                .as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> edit(aUserId(), emptying)).isNotFound("product");
    }

    @Test
    void refusesWhatTheSenderHasNotRead() {
        assertRejected(() -> catalog.await(editProduct.edit(
                        project.ownerId(),
                        product.id(),
                        new Precondition(Set.of(7)),
                        Map.of(UPPER_FRONT, Optional.empty()))))
                .as(Rejected.Reason.STALE, "etag_mismatch");
    }

    private Product edit(UserId user, Map<PhotoSlot, Optional<PhotoRef>> photos) {
        return catalog.await(editProduct.edit(user, product.id(), Precondition.NONE, photos));
    }
}
