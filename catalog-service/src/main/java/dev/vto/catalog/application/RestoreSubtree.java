package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Brings back what the user deleted, as it was; jobs that were canceled stay canceled. */
public final class RestoreSubtree {

    private final Subtrees subtrees;
    private final Retention retention;
    private final Caps caps;
    private final Clock clock;

    public RestoreSubtree(Subtrees subtrees, Retention retention, Caps caps, Clock clock) {
        this.subtrees = subtrees;
        this.retention = retention;
        this.caps = caps;
        this.clock = clock;
    }

    public Uni<Void> restore(UserId user, Subtree subtree) {
        return subtrees.restore(subtree, caps, root -> root.requireRestorable(user, retention.since(clock.instant())));
    }
}
