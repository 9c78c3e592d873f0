package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;

/** Shares a project with a user who is known by an e-mail address. */
public final class ShareProject {

    /** @param added false where it was shared with this user before, and only the role is new */
    public record Outcome(SharedWith share, boolean added) {}

    private final Access access;
    private final Users users;
    private final Shares shares;
    private final int most;

    /** @param most with how many a project may be shared */
    public ShareProject(Access access, Users users, Shares shares, int most) {
        this.access = access;
        this.users = users;
        this.shares = shares;
        this.most = most;
    }

    public Uni<Outcome> share(UserId owner, ProjectId projectId, String email, Role role) {
        return access.project(projectId, owner, Role.OWNER).flatMap(project -> guest(project, email)
                .flatMap(guest -> shares.share(project.id(), guest.id(), role, most)
                        .map(outcome -> outcome(outcome, guest, role))));
    }

    private Uni<User> guest(Project project, String email) {
        return users.findByEmail(email.strip().toLowerCase(Locale.ROOT))
                .map(found -> found.orElseThrow(() -> refused("unknown_user", "is of nobody who uses this service")))
                .invoke(guest -> {
                    if (guest.id().equals(project.ownerId())) {
                        throw refused("shared_with_owner", "is the owner's, whose project it is already");
                    }
                });
    }

    private Outcome outcome(Shares.Outcome outcome, User guest, Role role) {
        if (outcome == Shares.Outcome.FULL) {
            throw Rejected.impossible("too_many_shares", "A project is shared with at most " + most + " users.");
        }
        return new Outcome(new SharedWith(guest.id(), guest.name(), role), outcome == Shares.Outcome.ADDED);
    }

    private static Rejected refused(String code, String message) {
        return Rejected.impossible(code, "email " + message + ".", List.of(new FieldError("email", message)));
    }
}
