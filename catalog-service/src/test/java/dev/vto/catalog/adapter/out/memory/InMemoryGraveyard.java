package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Graveyard;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Forgets what {@link InMemorySubtrees} took out. */
public final class InMemoryGraveyard implements Graveyard {

    private final InMemorySubtrees subtrees;

    public InMemoryGraveyard(InMemorySubtrees subtrees) {
        this.subtrees = subtrees;
    }

    @Override
    public Uni<Integer> removeNext(Instant before, int most) {
        return Uni.createFrom().item(() -> subtrees.removeNext(before, most));
    }
}
