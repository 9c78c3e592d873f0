package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.domain.Retention;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;

/** Removes for good what can no longer be restored. */
public final class PurgeDeleted {

    /** Rows that go in one transaction. */
    private static final int BATCH = 500;

    private final Graveyard graveyard;
    private final Retention retention;
    private final Clock clock;

    public PurgeDeleted(Graveyard graveyard, Retention retention, Clock clock) {
        this.graveyard = graveyard;
        this.retention = retention;
        this.clock = clock;
    }

    /** @return how many rows went in all */
    public Uni<Integer> purge() {
        Instant before = retention.removedBefore(clock.instant());
        return Multi.createBy()
                .repeating()
                .uni(() -> graveyard.removeNext(before, BATCH))
                .whilst(removed -> removed > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
