package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aPhotoFor;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.BOTTOM_FRONT;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_BACK;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_FRONT;
import static dev.vto.shared.job.PhotoSlot.OUTER_BACK;
import static dev.vto.shared.job.PhotoSlot.OUTER_FRONT;
import static dev.vto.shared.job.PhotoSlot.UPPER_BACK;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.PhotoSlot;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Products} does. */
public abstract class ProductsContract {

    protected abstract Catalog catalog();

    @Test
    void keepsEachPhotoInItsSlot() {
        Project project = catalog().givenAProject();
        Product pieces = aProduct()
                .in(project)
                .with(UPPER_FRONT, UPPER_BACK, BOTTOM_FRONT, PhotoSlot.BOTTOM_BACK, OUTER_FRONT, OUTER_BACK)
                .build();
        Product onepiece =
                aProduct().in(project).with(ONEPIECE_FRONT, ONEPIECE_BACK).build();

        catalog().await(products().add(pieces));
        catalog().await(products().add(onepiece));

        assertThat(found(pieces.id())).contains(pieces);
        assertThat(found(onepiece.id())).contains(onepiece);
    }

    @Test
    void addsNothingTwice() {
        Product product =
                catalog().given(aProduct().in(catalog().givenAProject()).build());

        assertThatThrownBy(() -> catalog().await(products().add(product))).isNotNull();
    }

    @Test
    void addsNothingToADeletedProject() {
        Project deleted = catalog().givenAProject();
        catalog().delete(deleted.id());

        assertRejected(() ->
                        catalog().await(products().add(aProduct().in(deleted).build())))
                .isNotFound("project");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(found(new ProductId(anId()))).isEmpty();
    }

    @Test
    void listsThoseOfAProjectNewestFirst() {
        Project project = catalog().givenAProject();
        List<Product> added = givenThree(project);
        givenThree(catalog().givenAProject());

        assertThat(Pages.ofTwo(page -> catalog().await(products().list(project.id(), page))))
                .containsExactly(List.of(added.get(2), added.get(1)), List.of(added.get(0)));
    }

    @Test
    void listsSoManyForAJob() {
        Project project = catalog().givenAProject();
        List<Product> added = givenThree(project);

        assertThat(catalog().await(products().listForJob(project.id(), 2))).containsExactly(added.get(2), added.get(1));
        assertThat(catalog().await(products().listForJob(project.id(), 65))).hasSize(3);
    }

    @Test
    void changesPhotosAndRaisesTheVersion() {
        Product product = catalog()
                .given(aProduct()
                        .in(catalog().givenAProject())
                        .with(UPPER_FRONT)
                        .build());

        Product edited = catalog()
                .await(products().edit(product.id(), current -> current.withoutPhoto(UPPER_FRONT)
                        .withPhoto(ONEPIECE_FRONT, aPhotoFor(ONEPIECE_FRONT))))
                .orElseThrow();

        assertThat(edited.photos()).containsOnlyKeys(ONEPIECE_FRONT);
        assertThat(edited.version()).isEqualTo(product.version() + 1);
        assertThat(found(product.id())).map(Product::photos).contains(edited.photos());
        assertThat(found(product.id())).map(Product::version).contains(edited.version());
    }

    @Test
    void leavesTheProductAsItWasWhenTheChangeIsRefused() {
        Product product = catalog()
                .given(aProduct()
                        .in(catalog().givenAProject())
                        .with(UPPER_FRONT)
                        .build());

        assertRejected(() -> catalog()
                        .await(products()
                                .edit(
                                        product.id(),
                                        current -> current.withPhoto(ONEPIECE_BACK, aPhotoFor(ONEPIECE_BACK)))))
                .isImpossible("onepiece_excludes");
        assertThat(found(product.id())).contains(product);
    }

    @Test
    void losesNoChangeOfThoseMadeAtOnce() {
        Product product =
                catalog().given(aProduct().in(catalog().givenAProject()).build());
        List<PhotoSlot> slots = List.of(UPPER_FRONT, UPPER_BACK, BOTTOM_FRONT, OUTER_FRONT, OUTER_BACK);

        List<Uni<Optional<Product>>> edits = slots.stream()
                .map(slot -> products().edit(product.id(), current -> current.withPhoto(slot, aPhotoFor(slot))))
                .toList();
        catalog().await(Uni.join().all(edits).andFailFast());

        Product edited = found(product.id()).orElseThrow();
        assertThat(edited.photos()).containsOnlyKeys(slots);
        assertThat(edited.version()).isEqualTo(slots.size());
    }

    @Test
    void editsNothingThatIsNotThere() {
        Product deleted =
                catalog().given(aProduct().in(catalog().givenAProject()).build());
        catalog().delete(deleted.id());

        assertThat(catalog().await(products().edit(deleted.id(), current -> current)))
                .isEmpty();
        assertThat(catalog().await(products().edit(new ProductId(anId()), current -> current)))
                .isEmpty();
    }

    @Test
    void hidesWhatIsDeleted() {
        Project project = catalog().givenAProject();
        List<Product> added = givenThree(project);

        catalog().delete(added.get(1).id());

        assertThat(found(added.get(1).id())).isEmpty();
        assertThat(catalog().await(products().list(project.id(), Pages.ALL)).items())
                .containsExactly(added.get(2), added.get(0));
        assertThat(catalog().await(products().listForJob(project.id(), 65)))
                .containsExactly(added.get(2), added.get(0));
    }

    private List<Product> givenThree(Project project) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            products.add(catalog().given(aProduct().in(project).build()));
        }
        return products;
    }

    private Optional<Product> found(ProductId id) {
        return catalog().await(products().find(id));
    }

    private Products products() {
        return catalog().products();
    }
}
