package dev.vto.catalog.domain.project;

import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.project.ProjectPatch.CurrentLetter;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectPatchTest {

    private final Project project = aProject().build();

    @Test
    void leavesWhatItDoesNotMention() {
        assertThat(patch(null, null, null).applyTo(project)).isEqualTo(project);
    }

    @Test
    void changesWhatItMentions() {
        CollectionId collection = new CollectionId(anId());
        LetterId letter = new LetterId(anId());

        Project changed = patch("Editorial", collection, new CurrentLetter(Optional.of(letter)))
                .applyTo(project);

        assertThat(changed.name()).isEqualTo(new Name("Editorial"));
        assertThat(changed.collectionId()).isEqualTo(collection);
        assertThat(changed.letterId()).isEqualTo(letter);
        assertThat(changed.ownerId()).isEqualTo(project.ownerId());
    }

    @Test
    void clearsTheCurrentLetter() {
        Project lettered = patch(null, null, new CurrentLetter(Optional.of(new LetterId(anId()))))
                .applyTo(project);

        assertThat(patch(null, null, new CurrentLetter(Optional.empty()))
                        .applyTo(lettered)
                        .letterId())
                .isNull();
        assertThat(patch("Editorial", null, null).applyTo(lettered).letterId()).isEqualTo(lettered.letterId());
    }

    @Test
    void takesTheOwnerForFilingAndAnEditorForTheRest() {
        assertThat(patch("Editorial", null, null).needed()).isEqualTo(Role.EDITOR);
        assertThat(patch(null, null, new CurrentLetter(Optional.empty())).needed())
                .isEqualTo(Role.EDITOR);
        assertThat(patch("Editorial", new CollectionId(anId()), null).needed()).isEqualTo(Role.OWNER);
    }

    private static ProjectPatch patch(String name, CollectionId collection, CurrentLetter letter) {
        return new ProjectPatch(
                Optional.ofNullable(name).map(Name::new), Optional.ofNullable(collection), Optional.ofNullable(letter));
    }
}
