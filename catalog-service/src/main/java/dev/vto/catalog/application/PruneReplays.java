package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Replays;
import io.smallrye.mutiny.Uni;

/** Forgets the answers that idempotency keys no longer bring back. */
public final class PruneReplays {

    private final Replays replays;
    private final int batch;

    /** @param batch rows of a transaction, at most */
    public PruneReplays(Replays replays, int batch) {
        this.replays = replays;
        this.batch = batch;
    }

    /** @return how many were forgotten */
    public Uni<Integer> prune() {
        return Batches.untilFewer(batch, () -> replays.forget(batch));
    }
}
