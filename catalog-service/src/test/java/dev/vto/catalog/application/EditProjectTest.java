package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.ProjectPatch;
import dev.vto.catalog.domain.project.ProjectPatch.CurrentLetter;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditProjectTest {

    private static final ProjectPatch RENAMING =
            new ProjectPatch(Optional.of(new Name("Editorial")), Optional.empty(), Optional.empty());

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final EditProject editProject = new EditProject(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.projects());
    private final Project project = catalog.givenAProject();
    private final UserId owner = project.ownerId();

    @Test
    void takesAnEditorToRename() {
        UserId editor = catalog.givenA(Role.EDITOR, project);
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertThat(edit(editor, RENAMING).name()).isEqualTo(new Name("Editorial"));
        assertRejected(() -> edit(viewer, RENAMING)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> edit(aUserId(), RENAMING)).isNotFound("project");
    }

    @Test
    void takesTheOwnerToFile() {
        UserId editor = catalog.givenA(Role.EDITOR, project);
        Collection own = catalog.given(aCollection(owner));
        Collection ofEditor = catalog.given(aCollection(editor));

        assertRejected(() -> edit(editor, filing(own))).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> edit(owner, filing(ofEditor))).isImpossible("unknown_collection");
        assertThat(edit(owner, filing(own)).collectionId()).isEqualTo(own.id());
    }

    @Test
    void takesALetterOfTheProject() {
        Letter letter = catalog.given(aResult().in(project).letter());
        Letter foreign = catalog.given(aResult().in(catalog.givenAProject()).letter());

        assertThat(edit(owner, choosing(letter)).letterId()).isEqualTo(letter.id());
        assertRejected(() -> edit(owner, choosing(foreign))).isImpossible("unknown_letter");
    }

    @Test
    void refusesWhatTheSenderHasNotRead() {
        assertRejected(() ->
                        catalog.await(editProject.edit(owner, project.id(), new Precondition(Set.of(7)), RENAMING)))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(catalog.await(catalog.projects().find(project.id()))).contains(project);
    }

    private Project edit(UserId user, ProjectPatch patch) {
        return catalog.await(editProject.edit(user, project.id(), Precondition.NONE, patch));
    }

    private static ProjectPatch filing(Collection collection) {
        return new ProjectPatch(Optional.empty(), Optional.of(collection.id()), Optional.empty());
    }

    private static ProjectPatch choosing(Letter letter) {
        return new ProjectPatch(
                Optional.empty(), Optional.empty(), Optional.of(new CurrentLetter(Optional.of(letter.id()))));
    }
}
