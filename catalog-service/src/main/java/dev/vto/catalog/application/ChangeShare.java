package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Gives someone with whom a project is shared another role. */
public final class ChangeShare {

    private final Access access;
    private final Users users;
    private final Shares shares;

    public ChangeShare(Access access, Users users, Shares shares) {
        this.access = access;
        this.users = users;
        this.shares = shares;
    }

    public Uni<SharedWith> change(UserId owner, ProjectId projectId, UserId guest, Role role) {
        return access.project(projectId, owner, Role.OWNER)
                .chain(() -> users.find(guest))
                .flatMap(user -> shares.change(projectId, guest, role)
                        .map(changed -> changed.orElseThrow(() -> Rejected.notFound("share")))
                        .map(share -> new SharedWith(guest, user.map(User::name).orElse(null), share.role())));
    }
}
