package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Project.Share;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Shares in the projects of a map. */
final class InMemoryShares implements Shares {

    private final InMemoryProjects projects;
    private final InMemoryUsers users;

    InMemoryShares(InMemoryProjects projects, InMemoryUsers users) {
        this.projects = projects;
        this.users = users;
    }

    @Override
    public Uni<Outcome> share(ProjectId project, UserId user, Role role, int most) {
        return Uni.createFrom().item(() -> shareNow(project, new Share(user, role), most));
    }

    @Override
    public Uni<List<SharedWith>> list(ProjectId project) {
        return Uni.createFrom().item(() -> projects.require(project).shares().stream()
                .flatMap(share -> users.findNow(share.userId()).stream()
                        .map(user -> new SharedWith(user.id(), user.name(), share.role())))
                .toList());
    }

    @Override
    public Uni<Optional<Share>> change(ProjectId project, UserId user, Role role) {
        return Uni.createFrom().item(() -> {
            Share changed = new Share(user, role);
            return of(project, user).map(before -> {
                edit(project, shares -> replaced(shares, changed));
                return changed;
            });
        });
    }

    @Override
    public Uni<Optional<Share>> end(ProjectId project, UserId user) {
        return Uni.createFrom().item(() -> {
            Optional<Share> ended = of(project, user);
            ended.ifPresent(share -> edit(project, shares -> shares.stream()
                    .filter(other -> !other.equals(share))
                    .toList()));
            return ended;
        });
    }

    private synchronized Outcome shareNow(ProjectId project, Share share, int most) {
        if (of(project, share.userId()).isPresent()) {
            edit(project, shares -> replaced(shares, share));
            return Outcome.CHANGED;
        }
        if (projects.require(project).shares().size() >= most) {
            return Outcome.FULL;
        }
        edit(project, shares -> {
            List<Share> more = new ArrayList<>(shares);
            more.add(share);
            return more;
        });
        return Outcome.ADDED;
    }

    private Optional<Share> of(ProjectId project, UserId user) {
        return projects.require(project).shares().stream()
                .filter(share -> share.userId().equals(user))
                .findFirst();
    }

    private void edit(ProjectId id, UnaryOperator<List<Share>> change) {
        projects.change(
                id,
                project -> new Project(
                        project.id(),
                        project.collectionId(),
                        project.ownerId(),
                        project.name(),
                        change.apply(project.shares()),
                        project.counts(),
                        project.letterId(),
                        project.version() + 1,
                        project.createdAt(),
                        project.updatedAt()));
    }

    private static List<Share> replaced(List<Share> shares, Share changed) {
        return shares.stream()
                .map(share -> share.userId().equals(changed.userId()) ? changed : share)
                .toList();
    }
}
