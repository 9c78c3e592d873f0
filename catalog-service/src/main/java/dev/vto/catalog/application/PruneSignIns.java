package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.RefreshTokens;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets nonces and refresh tokens that have expired, in batches, so that no transaction is long. */
public final class PruneSignIns {

    /** Instances whose clocks are behind may still take for good what has expired here. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private final Identities identities;
    private final RefreshTokens refreshTokens;
    private final int batch;
    private final Clock clock;

    /** @param batch rows of a transaction, at most */
    public PruneSignIns(Identities identities, RefreshTokens refreshTokens, int batch, Clock clock) {
        this.identities = identities;
        this.refreshTokens = refreshTokens;
        this.batch = batch;
        this.clock = clock;
    }

    public Uni<Void> prune() {
        Instant before = clock.instant().minus(CLOCK_DIFFERENCE);
        return Batches.untilFewer(batch, () -> identities.forgetNonces(before, batch))
                .chain(() -> Batches.untilFewer(batch, () -> refreshTokens.forget(before, batch)))
                .replaceWithVoid();
    }
}
