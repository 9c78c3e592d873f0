package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Consumer;

/** Deletes and restores things with all that they hold, each in one step that nobody sees half done. */
public interface Subtrees {

    /**
     * Marks all live rows of the subtree as deleted at this time, cancels its unfinished jobs with their events, and
     * counts what is left.
     *
     * @param check refuses by what it throws; asked of the root as it stands when the rows are locked
     * @return fails as NOT_FOUND where there never was such a root
     */
    Uni<Void> delete(Subtree subtree, Instant at, Consumer<Root> check);

    /**
     * Brings back the root and what was deleted at the same time as it; what was deleted before stays so. Fails as
     * IMPOSSIBLE where the owner would have more than the caps allow, whoever else adds at the same time.
     *
     * @param check refuses by what it throws; asked of the root as it stands when the rows are locked
     */
    Uni<Void> restore(Subtree subtree, Caps caps, Consumer<Root> check);
}
