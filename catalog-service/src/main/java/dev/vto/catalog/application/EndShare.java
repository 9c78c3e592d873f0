package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Project.Share;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Ends the sharing of a project with someone: its owner may, and whoever it is shared with may leave. */
public final class EndShare {

    private final Access access;
    private final Shares shares;

    public EndShare(Access access, Shares shares) {
        this.access = access;
        this.shares = shares;
    }

    public Uni<Share> end(UserId user, ProjectId projectId, UserId guest) {
        return access.project(projectId, user, user.equals(guest) ? Role.VIEWER : Role.OWNER)
                .chain(() -> shares.end(projectId, guest))
                .map(ended -> ended.orElseThrow(() -> Rejected.notFound("share")));
    }
}
