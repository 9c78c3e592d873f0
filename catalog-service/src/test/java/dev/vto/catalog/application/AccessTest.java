package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Access access = new Access(catalog.collections(), catalog.projects(), catalog.products());

    private final Project project = catalog.givenAProject();
    private final Product product = catalog.given(aProduct().in(project).build());
    private final UserId viewer = catalog.givenA(Role.VIEWER, project);
    private final UserId editor = catalog.givenA(Role.EDITOR, project);
    private final UserId stranger = aUserId();

    @Test
    void givesACollectionToItsOwnerAlone() {
        Collection collection = catalog.given(aCollection(project.ownerId()));

        assertThat(catalog.await(access.collection(collection.id(), project.ownerId())))
                .isEqualTo(collection);
        assertRejected(() -> catalog.await(access.collection(collection.id(), editor)))
                .isNotFound("collection");
    }

    @ParameterizedTest
    @EnumSource
    void letsTheOwnerDoEverything(Role needed) {
        assertThat(project(project.ownerId(), needed).id()).isEqualTo(project.id());
    }

    @Test
    void letsAnEditorReadAndChange() {
        assertThat(project(editor, Role.VIEWER).id()).isEqualTo(project.id());
        assertThat(project(editor, Role.EDITOR).id()).isEqualTo(project.id());
        assertRejected(() -> project(editor, Role.OWNER)).as(Rejected.Reason.FORBIDDEN, "forbidden");
    }

    @Test
    void letsAViewerReadAlone() {
        assertThat(project(viewer, Role.VIEWER).id()).isEqualTo(project.id());
        assertRejected(() -> project(viewer, Role.EDITOR))
                .as(Rejected.Reason.FORBIDDEN, "forbidden")
                .hasMessage("As VIEWER of this project you may not do this; it takes EDITOR.");
    }

    @ParameterizedTest
    @EnumSource
    void tellsAStrangerNothing(Role needed) {
        assertRejected(() -> project(stranger, needed)).isNotFound("project");
        assertRejected(() -> catalog.await(access.product(product.id(), stranger, needed)))
                .isNotFound("product");
        assertRejected(() -> catalog.await(access.projectOf("job", project.id(), stranger, needed)))
                .isNotFound("job");
    }

    @Test
    void givesAProductByTheRoleInItsProject() {
        assertThat(catalog.await(access.product(product.id(), viewer, Role.VIEWER)))
                .isEqualTo(product);
        assertRejected(() -> catalog.await(access.product(product.id(), viewer, Role.EDITOR)))
                .as(Rejected.Reason.FORBIDDEN, "forbidden");
    }

    @Test
    void hidesTheProductsOfADeletedProject() {
        catalog.delete(project.id());

        assertRejected(() -> catalog.await(access.product(product.id(), project.ownerId(), Role.VIEWER)))
                .isNotFound("product");
    }

    @Test
    void letsAnEmptyPageBeSeenOnlyWhereTheProjectMay() {
        Uni<Page<Product>> empty = Uni.createFrom().item(Page.empty());

        assertThat(catalog.await(access.page(project.id(), viewer, empty)).items())
                .isEmpty();
        assertRejected(() -> catalog.await(access.page(project.id(), stranger, empty)))
                .isNotFound("project");
    }

    @Test
    void keepsForbiddenApartFromNotFound() {
        assertRejected(() -> catalog.await(access.projectOf("job", project.id(), viewer, Role.EDITOR)))
                .as(Rejected.Reason.FORBIDDEN, "forbidden");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        UserId owner = project.ownerId();

        assertRejected(() -> catalog.await(access.collection(new CollectionId(anId()), owner)))
                .isNotFound("collection");
        assertRejected(() -> catalog.await(access.project(new ProjectId(anId()), owner, Role.VIEWER)))
                .isNotFound("project");
        assertRejected(() -> catalog.await(access.product(new ProductId(anId()), owner, Role.VIEWER)))
                .isNotFound("product");
    }

    private Project project(UserId user, Role needed) {
        return catalog.await(access.project(project.id(), user, needed));
    }
}
