package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.project.Project.Share;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** With whom live projects are shared. Changes that meet lose nothing. */
public interface Shares {

    /** What came of sharing. */
    enum Outcome {
        ADDED,
        /** It was shared with this user before: the role is the new one. */
        CHANGED,
        /** It is shared with as many as may be, and not with this user. */
        FULL
    }

    /** @param most with how many a project may be shared */
    Uni<Outcome> share(ProjectId project, UserId user, Role role, int most);

    /** Live users in the order in which they came. */
    Uni<List<SharedWith>> list(ProjectId project);

    /** @return the share after the change, or empty where it is not shared with this user */
    Uni<Optional<Share>> change(ProjectId project, UserId user, Role role);

    /** @return the share that there was, or empty where it is not shared with this user */
    Uni<Optional<Share>> end(ProjectId project, UserId user);
}
