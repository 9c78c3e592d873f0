package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Deletes a collection, a project or a product of the user's own with all that it holds; it can be restored. */
public final class DeleteSubtree {

    private final Subtrees subtrees;
    private final Relay relay;
    private final Clock clock;

    public DeleteSubtree(Subtrees subtrees, Relay relay, Clock clock) {
        this.subtrees = subtrees;
        this.relay = relay;
        this.clock = clock;
    }

    public Uni<Void> delete(UserId user, Subtree subtree, Precondition known) {
        return subtrees.delete(subtree, clock.instant(), root -> root.requireDeletable(user, known))
                .invoke(relay::wake);
    }
}
