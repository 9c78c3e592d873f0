package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Restorable;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Brings back an image, a video or a letter that was deleted. */
public final class RestoreResult<I, T> {

    private final Restorable<I, T> results;
    private final ResultAccess<I> access;

    public RestoreResult(Restorable<I, T> results, ResultAccess<I> access) {
        this.results = results;
        this.access = access;
    }

    public Uni<T> restore(UserId user, I id) {
        return access.toChange(id, user)
                .chain(() -> results.restore(id, access.since()))
                .map(access::require);
    }
}
