package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.ProjectPatch;
import dev.vto.catalog.domain.project.ProjectPatch.CurrentLetter;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every {@link Projects} is edited, and seen by guests. */
public abstract class ProjectEditContract {

    private Project project;

    protected abstract Catalog catalog();

    @BeforeEach
    void begin() {
        project = catalog().givenAProject();
    }

    @Test
    void renamesAndRaisesTheVersion() {
        Project edited = edit(naming("Editorial")).orElseThrow();

        assertThat(edited.name()).isEqualTo(new Name("Editorial"));
        assertThat(edited.version()).isEqualTo(project.version() + 1);
        assertThat(found().name()).isEqualTo(edited.name());
        assertThat(found().version()).isEqualTo(edited.version());
    }

    @Test
    void movesToAnotherCollectionOfTheOwners() {
        Collection other = catalog().given(aCollection(project.ownerId()));

        assertThat(edit(filing(other)).orElseThrow().collectionId()).isEqualTo(other.id());
        assertThat(found().collectionId()).isEqualTo(other.id());
    }

    @Test
    void movesToNoCollectionThatIsDeletedOrOfSomebodyElse() {
        Collection deleted = catalog().given(aCollection(project.ownerId()));
        catalog().delete(deleted.id());
        Collection foreign =
                catalog().given(aCollection(catalog().given(aUser()).id()));

        assertRejected(() -> edit(filing(deleted))).isImpossible("unknown_collection");
        assertRejected(() -> edit(filing(foreign))).isImpossible("unknown_collection");
        assertThat(found()).isEqualTo(project);
    }

    @Test
    void choosesAndClearsTheCurrentLetter() {
        Letter letter = catalog().given(aResult().in(project).letter());

        assertThat(edit(choosing(Optional.of(letter.id()))).orElseThrow().letterId())
                .isEqualTo(letter.id());
        assertThat(edit(naming("Editorial")).orElseThrow().letterId()).isEqualTo(letter.id());
        assertThat(edit(choosing(Optional.empty())).orElseThrow().letterId()).isNull();
        assertThat(found().letterId()).isNull();
    }

    @Test
    void choosesNoLetterThatIsDeletedOrOfAnotherProject() {
        Letter deleted = catalog().given(aResult().in(project).letter());
        catalog().delete(deleted.id());
        Letter foreign = catalog().given(aResult().in(catalog().givenAProject()).letter());

        assertRejected(() -> edit(choosing(Optional.of(deleted.id())))).isImpossible("unknown_letter");
        assertRejected(() -> edit(choosing(Optional.of(foreign.id())))).isImpossible("unknown_letter");
    }

    @Test
    void leavesTheProjectAsItWasWhenTheChangeIsRefused() {
        assertRejected(() -> catalog().await(catalog().projects().edit(project.id(), current -> {
                    throw Rejected.stale();
                })))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(found()).isEqualTo(project);
    }

    @Test
    void editsNothingThatIsNotThere() {
        catalog().delete(project.id());

        assertThat(edit(naming("Editorial"))).isEmpty();
        assertThat(catalog().await(catalog().projects().edit(new ProjectId(anId()), current -> current)))
                .isEmpty();
    }

    @Test
    void listsForGuestsWhatIsSharedNewestFirst() {
        UserId guest = catalog().given(aUser()).id();
        Collection collection = catalog().given(aCollection(project.ownerId()));
        List<ProjectId> shared = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shared.add(catalog().given(aProject().in(collection).build()).id());
            catalog().share(shared.get(i), guest, Role.VIEWER);
        }
        catalog().share(project.id(), guest, Role.EDITOR);
        catalog().delete(project.id());

        assertThat(Pages.ofTwo(page -> catalog().await(catalog().projects().listOfGuest(guest, page))))
                .extracting(page -> page.stream().map(Project::id).toList())
                .containsExactly(List.of(shared.get(2), shared.get(1)), List.of(shared.get(0)));
        assertThat(catalog()
                        .await(catalog().projects().listOfGuest(project.ownerId(), Pages.ALL))
                        .items())
                .isEmpty();
    }

    private Optional<Project> edit(ProjectPatch patch) {
        return catalog().await(catalog().projects().edit(project.id(), patch::applyTo));
    }

    private Project found() {
        return catalog().await(catalog().projects().find(project.id())).orElseThrow();
    }

    private static ProjectPatch naming(String name) {
        return new ProjectPatch(Optional.of(new Name(name)), Optional.empty(), Optional.empty());
    }

    private static ProjectPatch filing(Collection collection) {
        return new ProjectPatch(Optional.empty(), Optional.of(collection.id()), Optional.empty());
    }

    private static ProjectPatch choosing(Optional<LetterId> letter) {
        return new ProjectPatch(Optional.empty(), Optional.empty(), Optional.of(new CurrentLetter(letter)));
    }
}
