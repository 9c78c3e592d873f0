package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Trash} and {@link Graveyard} do with what {@link Subtrees} deleted, all of it long ago. */
public abstract class DeletedContract {

    private static final Instant AT = Instant.parse("2019-05-01T00:00:00Z");

    /** A deletion counts anew, which may or may not be told by it. */
    private static final String UPDATED = "item.updatedAt";

    private Project project;
    private UserId owner;

    protected abstract Catalog catalog();

    protected abstract Subtrees subtrees();

    protected abstract Trash trash();

    protected abstract Graveyard graveyard();

    @BeforeEach
    void begin() {
        project = catalog().givenAProject();
        owner = project.ownerId();
    }

    @Test
    void listsWhatWasDeletedWithItsTime() {
        Collection collection = collection();
        Product product = catalog().given(aProduct().in(project).build());

        delete(Subtree.of(product.id()), AT);
        assertThat(catalog()
                        .await(trash().products(project.id(), AT, Pages.ALL))
                        .items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(UPDATED)
                .containsExactly(new Deleted<>(product, AT));

        delete(Subtree.of(project.id()), AT.plusSeconds(1));
        Deleted<Project> deleted = new Deleted<>(project, AT.plusSeconds(1));
        assertThat(projectsSince(AT))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(UPDATED)
                .containsExactly(deleted);
        assertThat(catalog()
                        .await(trash().projectsOfCollection(collection.id(), AT, Pages.ALL))
                        .items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(UPDATED)
                .containsExactly(deleted);

        delete(Subtree.of(collection.id()), AT.plusSeconds(2));
        assertThat(catalog().await(trash().collections(owner, AT, Pages.ALL)).items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(UPDATED)
                .containsExactly(new Deleted<>(collection, AT.plusSeconds(2)));
    }

    @Test
    void listsNothingWhoseParentIsDeletedToo() {
        Product product = catalog().given(aProduct().in(project).build());
        delete(Subtree.of(product.id()), AT);
        delete(Subtree.of(project.collectionId()), AT);

        assertThat(catalog()
                        .await(trash().products(project.id(), AT, Pages.ALL))
                        .items())
                .isEmpty();
        assertThat(projectsSince(AT)).isEmpty();
    }

    @Test
    void listsNothingThatWasDeletedTooLongAgo() {
        delete(Subtree.of(project.id()), AT);

        assertThat(projectsSince(AT)).hasSize(1);
        assertThat(projectsSince(AT.plusSeconds(1))).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        Collection collection = collection();
        Project second = catalog().given(aProject().in(collection).build());
        Project third = catalog().given(aProject().in(collection).build());
        List.of(third, project, second).forEach(each -> delete(Subtree.of(each.id()), AT));

        assertThat(Pages.ofTwo(page -> catalog().await(trash().projectsOfOwner(owner, AT, page))).stream()
                        .map(page -> page.stream()
                                .map(deleted -> deleted.item().id())
                                .toList()))
                .containsExactly(List.of(third.id(), second.id()), List.of(project.id()));
    }

    @Test
    void listsNothingThatWasRestored() {
        delete(Subtree.of(project.id()), AT);
        restore();

        assertThat(projectsSince(AT)).isEmpty();
    }

    @Test
    void removesForGoodWhatWasDeletedBefore() {
        catalog().given(aProduct().in(project).build());
        delete(Subtree.of(project.id()), AT);

        removeAll(AT);
        assertThat(projectsSince(AT)).hasSize(1);

        removeAll(AT.plusSeconds(1));
        assertThat(projectsSince(AT)).isEmpty();
        assertRejected(this::restore).isNotFound("project");
    }

    @Test
    void removesNoMoreAtOnceThanItMay() {
        for (int i = 0; i < 3; i++) {
            delete(Subtree.of(catalog().given(aProduct().in(project).build()).id()), AT);
        }

        assertThat(removeNext(AT.plusSeconds(1), 2)).isEqualTo(2);
        assertThat(catalog()
                        .await(trash().products(project.id(), AT, Pages.ALL))
                        .items())
                .hasSize(1);
        removeAll(AT.plusSeconds(1));
        assertThat(removeNext(AT.plusSeconds(1), 2)).isZero();
    }

    private List<Deleted<Project>> projectsSince(Instant since) {
        return catalog().await(trash().projectsOfOwner(owner, since, Pages.ALL)).items();
    }

    private Collection collection() {
        return catalog()
                .await(catalog().collections().find(project.collectionId()))
                .orElseThrow();
    }

    private void delete(Subtree subtree, Instant at) {
        catalog().await(subtrees().delete(subtree, at, root -> {}));
    }

    private void restore() {
        catalog().await(subtrees().restore(Subtree.of(project.id()), Caps.NONE, root -> {}));
    }

    private int removeNext(Instant before, int most) {
        return catalog().await(graveyard().removeNext(before, most));
    }

    private void removeAll(Instant before) {
        int removed;
        do {
            removed = removeNext(before, 100);
        } while (removed > 0);
    }
}
