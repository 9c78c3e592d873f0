package dev.vto.catalog.application.port;

import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Who may go on reading. */
public interface StreamRights {

    /**
     * Somebody who reads.
     *
     * @param project whose role in it is what permits it, or empty where it is about the user's own
     */
    record Reading(UserId user, Optional<ProjectId> project) {}

    /** Those that may no longer: the account is closed, or the project is deleted or no longer shared with the user. */
    Uni<Set<Reading>> lost(Set<Reading> readings);
}
