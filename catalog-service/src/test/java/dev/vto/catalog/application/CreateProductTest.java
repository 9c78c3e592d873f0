package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aPhotoFor;
import static dev.vto.catalog.fixture.Fixtures.aPhotoOf;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_FRONT;
import static dev.vto.shared.job.PhotoSlot.OUTER_FRONT;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateProductTest {

    private static final UUID ID = anId();

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final CreateProduct createProduct = new CreateProduct(
            new Access(catalog.collections(), catalog.projects(), catalog.products()),
            catalog.products(),
            () -> ID,
            CLOCK);
    private final Project project = catalog.givenAProject();

    @Test
    void addsAProductThatBelongsToTheProjectsOwner() {
        UserId editor = catalog.givenA(Role.EDITOR, project);
        Map<PhotoSlot, PhotoRef> photos =
                Map.of(UPPER_FRONT, aPhotoOf(project.ownerId()), OUTER_FRONT, aPhotoFor(OUTER_FRONT));

        Product made = create(editor, photos);

        assertThat(made).isEqualTo(Product.create(new ProductId(ID), project.ownerId(), project.id(), photos, NOW));
        assertThat(catalog.await(catalog.products().find(made.id()))).contains(made);
    }

    @Test
    void addsAnEmptyProduct() {
        assertThat(create(project.ownerId(), Map.of()).photos()).isEmpty();
    }

    @Test
    void takesNoStoredPhotoOfSomebodyElse() {
        Map<PhotoSlot, PhotoRef> photos = Map.of(UPPER_FRONT, aPhotoOf(aUserId()));

        assertRejected(() -> create(project.ownerId(), photos)).isImpossible("foreign_photo");
        assertThat(catalog.await(catalog.products().find(new ProductId(ID)))).isEmpty();
    }

    @Test
    void takesNoPhotosThatCannotBeWornTogether() {
        Map<PhotoSlot, PhotoRef> photos =
                Map.of(UPPER_FRONT, aPhotoFor(UPPER_FRONT), ONEPIECE_FRONT, aPhotoFor(ONEPIECE_FRONT));

        assertRejected(() -> create(project.ownerId(), photos)).isImpossible("onepiece_excludes");
    }

    @Test
    void takesAnEditorAtLeast() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertRejected(() -> create(viewer, Map.of())).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> create(aUserId(), Map.of())).isNotFound("project");
    }

    private Product create(UserId user, Map<PhotoSlot, PhotoRef> photos) {
        return catalog.await(createProduct.create(user, project.id(), photos));
    }
}
