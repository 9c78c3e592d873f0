package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.OUTER_BACK;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClearPhotoTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final ClearPhoto clearPhoto = new ClearPhoto(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.products());
    private final Project project = catalog.givenAProject();
    private final Product product =
            catalog.given(aProduct().in(project).with(UPPER_FRONT, OUTER_BACK).build());

    @Test
    void emptiesThatSlotAlone() {
        Product changed = clear(project.ownerId(), UPPER_FRONT);

        assertThat(changed.photos()).containsOnlyKeys(OUTER_BACK);
        assertThat(changed.version()).isEqualTo(product.version() + 1);
        assertThat(catalog.await(catalog.products().find(product.id()))).contains(changed);
    }

    @Test
    void leavesAnEmptySlotEmpty() {
        clear(project.ownerId(), UPPER_FRONT);

        assertThat(clear(project.ownerId(), UPPER_FRONT).photos()).containsOnlyKeys(OUTER_BACK);
    }

    @Test
    void takesAnEditorAtLeast() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> clear(viewer, UPPER_FRONT)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> clear(aUserId(), UPPER_FRONT)).isNotFound("product");
        assertThat(clear(editor, OUTER_BACK).photos()).containsOnlyKeys(UPPER_FRONT);
    }

    @Test
    void changesNothingThatTheSenderHasNotRead() {
        Precondition older = new Precondition(Set.of(product.version() + 1));

        assertRejected(() -> catalog.await(clearPhoto.clear(project.ownerId(), product.id(), UPPER_FRONT, older)))
                .as(Rejected.Reason.STALE, "etag_mismatch");
    }

    private Product clear(UserId user, PhotoSlot slot) {
        return catalog.await(clearPhoto.clear(user, product.id(), slot, Precondition.NONE));
    }
}
