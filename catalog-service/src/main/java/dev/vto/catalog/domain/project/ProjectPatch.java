package dev.vto.catalog.domain.project;

import dev.vto.catalog.domain.Name;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import java.util.Optional;

/** What a person changes of a project; what is empty stays. */
public record ProjectPatch(
        Optional<Name> name, Optional<CollectionId> collection, Optional<CurrentLetter> currentLetter) {

    /** The letter that shall be the current one, or none. */
    public record CurrentLetter(Optional<LetterId> id) {}

    /** What it takes: a project is filed by its owner, among the owner's collections. */
    public Role needed() {
        return collection.isPresent() ? Role.OWNER : Role.EDITOR;
    }

    public Project applyTo(Project project) {
        return new Project(
                project.id(),
                collection.orElse(project.collectionId()),
                project.ownerId(),
                name.orElse(project.name()),
                project.shares(),
                project.counts(),
                currentLetter.isPresent() ? currentLetter.get().id().orElse(null) : project.letterId(),
                project.version(),
                project.createdAt(),
                project.updatedAt());
    }
}
