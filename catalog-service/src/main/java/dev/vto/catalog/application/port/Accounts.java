package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Precondition;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Accounts as a whole. */
public interface Accounts {

    /** Whether there is an account that is not closed. */
    Uni<Boolean> isOpen(UserId user);

    /**
     * Ends an account, all or nothing: its sessions are revoked, who it belonged to is forgotten, nobody shares anything
     * with it any more, and all that it holds is deleted, jobs canceled. Fails as NOT_FOUND where it is
     * closed, as STALE where the precondition does not hold.
     *
     * @param known of the user's version
     */
    Uni<Void> close(UserId user, Instant at, Precondition known);
}
