package dev.vto.catalog.domain.deletion;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The root of a subtree as it stands, and who may delete and restore it: its owner.
 *
 * @param guests those with whom it is shared
 * @param parentLives whether all that holds it is live
 * @param deletedAt null while it is live
 */
public record Root(
        Subtree.Top top,
        UserId ownerId,
        Set<UserId> guests,
        int version,
        boolean parentLives,
        @Nullable Instant deletedAt) {

    public Root {
        guests = Set.copyOf(guests);
    }

    /** @throws Rejected unless the user may delete it, as the user knows it */
    public void requireDeletable(UserId user, Precondition known) {
        if (deletedAt != null || !parentLives) {
            throw Rejected.notFound(top.noun());
        }
        requireOwner(user);
        known.require(version);
    }

    /**
     * What is live counts as restored.
     *
     * @param since what was deleted before is gone for good
     * @throws Rejected unless the user may restore it now
     */
    public void requireRestorable(UserId user, Instant since) {
        if (deletedAt != null && deletedAt.isBefore(since)) {
            throw Rejected.notFound(top.noun());
        }
        requireOwner(user);
        if (!parentLives) {
            throw Rejected.conflict(
                    "parent_deleted",
                    "What holds this " + top.noun() + " is deleted itself: restore that first, and all deleted with it"
                            + " comes back.");
        }
    }

    private void requireOwner(UserId user) {
        if (user.equals(ownerId)) {
            return;
        }
        throw guests.contains(user)
                ? Rejected.forbidden("Only its owner may delete or restore this " + top.noun() + ".")
                : Rejected.notFound(top.noun());
    }
}
