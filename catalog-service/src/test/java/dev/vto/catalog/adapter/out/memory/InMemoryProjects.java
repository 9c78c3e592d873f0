package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Projects in a map. */
public final class InMemoryProjects implements Projects {

    private final LiveValues<Project> projects =
            new LiveValues<>(project -> project.id().value());
    private final InMemoryCollections collections;
    private final InMemoryResults results;

    public InMemoryProjects(InMemoryCollections collections, InMemoryResults results) {
        this.collections = collections;
        this.results = results;
    }

    @Override
    public Uni<Void> add(Project project, Cap cap) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() ->
                        projects.add(project, cap, other -> other.ownerId().equals(project.ownerId())));
    }

    @Override
    public Uni<Optional<Project>> find(ProjectId id) {
        return Uni.createFrom().item(() -> projects.find(id.value()));
    }

    @Override
    public Uni<Page<Project>> listOfOwner(UserId owner, Page.Request page) {
        return Uni.createFrom()
                .item(() -> projects.page(project -> project.ownerId().equals(owner), page));
    }

    @Override
    public Uni<Page<Project>> listOfCollection(CollectionId collection, Page.Request page) {
        return Uni.createFrom()
                .item(() -> projects.page(project -> project.collectionId().equals(collection), page));
    }

    @Override
    public Uni<Page<Project>> listOfGuest(UserId guest, Page.Request page) {
        return Uni.createFrom()
                .item(() -> projects.page(
                        project -> project.shares().stream()
                                .anyMatch(share -> share.userId().equals(guest)),
                        page));
    }

    @Override
    public Uni<Optional<Project>> edit(ProjectId id, UnaryOperator<Project> change) {
        return Uni.createFrom()
                .item(() -> projects.change(id.value(), current -> {
                    Project changed = change.apply(current);
                    requireCollection(changed);
                    requireLetter(current, changed);
                    return with(changed, changed.shares(), current.version() + 1);
                }));
    }

    void share(ProjectId id, UserId user, Role role) {
        projects.change(id.value(), project -> {
            List<Project.Share> shares = new ArrayList<>(project.shares());
            shares.add(new Project.Share(user, role));
            return with(project, shares, project.version());
        });
    }

    LiveValues<Project> values() {
        return projects;
    }

    private void requireCollection(Project changed) {
        if (collections
                .values()
                .find(changed.collectionId().value())
                .filter(collection -> collection.ownerId().equals(changed.ownerId()))
                .isEmpty()) {
            throw Rejected.impossible("unknown_collection", "collectionId is no collection of the owner's.");
        }
    }

    private void requireLetter(Project current, Project changed) {
        LetterId letter = changed.letterId();
        if (letter != null
                && !letter.equals(current.letterId())
                && results.letter(letter)
                        .await()
                        .indefinitely()
                        .filter(found -> found.projectId().equals(changed.id()))
                        .isEmpty()) {
            throw Rejected.impossible("unknown_letter", "marketingLetterId is no letter of this project.");
        }
    }

    private static Project with(Project project, List<Project.Share> shares, int version) {
        return new Project(
                project.id(),
                project.collectionId(),
                project.ownerId(),
                project.name(),
                shares,
                project.counts(),
                project.letterId(),
                version,
                project.createdAt(),
                project.updatedAt());
    }

    void delete(ProjectId id) {
        projects.delete(id.value());
    }
}
