package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Projects} does. */
public abstract class ProjectsContract {

    protected abstract Catalog catalog();

    @Test
    void findsWhatWasAdded() {
        Project project = aProject().in(collection()).build();

        catalog().await(projects().add(project, Cap.NONE));

        assertThat(catalog().await(projects().find(project.id()))).contains(project);
    }

    @Test
    void addsNothingTwice() {
        Project project = catalog().givenAProject();

        assertThatThrownBy(() -> catalog().await(projects().add(project, Cap.NONE)))
                .isNotNull();
    }

    @Test
    void addsNothingToADeletedCollection() {
        Collection deleted = collection();
        catalog().delete(deleted.id());

        assertRejected(() ->
                        catalog().await(projects().add(aProject().in(deleted).build(), Cap.NONE)))
                .isNotFound("collection");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(catalog().await(projects().find(new ProjectId(anId())))).isEmpty();
    }

    @Test
    void tellsWithWhomItIsShared() {
        Project project = catalog().givenAProject();
        UserId viewer = catalog().givenA(Role.VIEWER, project);
        UserId editor = catalog().givenA(Role.EDITOR, project);

        assertThat(catalog().await(projects().find(project.id())).orElseThrow().shares())
                .containsExactly(new Project.Share(viewer, Role.VIEWER), new Project.Share(editor, Role.EDITOR));
    }

    @Test
    void listsThoseOfACollectionNewestFirst() {
        Collection collection = collection();
        Project first = catalog().given(aProject().in(collection).build());
        Project second = catalog().given(aProject().in(collection).build());
        Project third = catalog().given(aProject().in(collection).build());
        catalog().given(aProject().in(another(collection)).build());

        assertThat(Pages.ofTwo(page -> catalog().await(projects().listOfCollection(collection.id(), page))))
                .containsExactly(List.of(third, second), List.of(first));
    }

    @Test
    void listsThoseOfAnOwnerNewestFirst() {
        Collection collection = collection();
        Project first = catalog().given(aProject().in(collection).build());
        Project second = catalog().given(aProject().in(another(collection)).build());
        Project third = catalog().given(aProject().in(collection).build());
        catalog().givenAProject();

        assertThat(Pages.ofTwo(page -> catalog().await(projects().listOfOwner(collection.ownerId(), page))))
                .containsExactly(List.of(third, second), List.of(first));
    }

    @Test
    void listsNothingThatIsOnlyShared() {
        UserId editor = catalog().givenA(Role.EDITOR, catalog().givenAProject());

        assertThat(catalog().await(projects().listOfOwner(editor, Pages.ALL)).items())
                .isEmpty();
    }

    @Test
    void hidesWhatIsDeleted() {
        Collection collection = collection();
        Project kept = catalog().given(aProject().in(collection).build());
        Project deleted = catalog().given(aProject().in(collection).build());

        catalog().delete(deleted.id());

        assertThat(catalog().await(projects().find(deleted.id()))).isEmpty();
        assertThat(catalog()
                        .await(projects().listOfCollection(collection.id(), Pages.ALL))
                        .items())
                .containsExactly(kept);
        assertThat(catalog()
                        .await(projects().listOfOwner(collection.ownerId(), Pages.ALL))
                        .items())
                .containsExactly(kept);
    }

    private Collection collection() {
        return catalog().given(aCollection(catalog().given(aUser()).id()));
    }

    private Collection another(Collection collection) {
        return catalog().given(aCollection(collection.ownerId()));
    }

    private Projects projects() {
        return catalog().projects();
    }
}
