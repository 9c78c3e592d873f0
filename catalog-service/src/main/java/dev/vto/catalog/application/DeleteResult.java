package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Restorable;
import dev.vto.catalog.domain.Precondition;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Deletes an image, a video or a letter; for a time it can be restored. */
public final class DeleteResult<I, T> {

    private final Restorable<I, T> results;
    private final ResultAccess<I> access;

    public DeleteResult(Restorable<I, T> results, ResultAccess<I> access) {
        this.results = results;
        this.access = access;
    }

    public Uni<T> delete(UserId user, I id, Precondition precondition) {
        return access.toChange(id, user)
                .chain(() -> results.delete(id, precondition))
                .map(access::require);
    }
}
