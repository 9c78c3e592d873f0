package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Cap;
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
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Projects in a map. */
public final class InMemoryProjects implements Projects {

    private final LiveValues<Project> projects =
            new LiveValues<>(project -> project.id().value());
    private final InMemoryCollections collections;
    private final BiPredicate<ProjectId, LetterId> letters;

    /** @param letters whether a letter is a live one of a project */
    public InMemoryProjects(InMemoryCollections collections, BiPredicate<ProjectId, LetterId> letters) {
        this.collections = collections;
        this.letters = letters;
    }

    @Override
    public Uni<Void> add(Project project, Cap cap) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (collections.values().find(project.collectionId().value()).isEmpty()) {
                throw Rejected.notFound("collection");
            }
            projects.add(project, cap, other -> other.ownerId().equals(project.ownerId()));
        });
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
        if (letter != null && !letter.equals(current.letterId()) && !letters.test(changed.id(), letter)) {
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

    Project require(ProjectId id) {
        return projects.find(id.value()).orElseThrow(() -> Rejected.notFound("project"));
    }

    Optional<Project> findNow(ProjectId id) {
        return projects.find(id.value());
    }

    boolean isSeenBy(UserId user, ProjectId id) {
        return findNow(id).flatMap(project -> project.roleOf(user)).isPresent();
    }

    void change(ProjectId id, UnaryOperator<Project> change) {
        projects.change(id.value(), change);
    }

    /** Counters and the current letter follow what happened to results. */
    void follow(ProjectId id, UnaryOperator<Project.Counts> counts, UnaryOperator<LetterId> letter) {
        projects.change(
                id.value(),
                project -> new Project(
                        project.id(),
                        project.collectionId(),
                        project.ownerId(),
                        project.name(),
                        project.shares(),
                        counts.apply(project.counts()),
                        letter.apply(project.letterId()),
                        project.version(),
                        project.createdAt(),
                        project.updatedAt()));
    }

    void delete(ProjectId id) {
        projects.delete(id.value());
    }
}
