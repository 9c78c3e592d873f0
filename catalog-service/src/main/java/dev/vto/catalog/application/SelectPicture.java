package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.domain.Precondition;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Selects an image or a video, or takes that back. */
public final class SelectPicture<I, T> {

    private final Pictures<I, T> pictures;
    private final ResultAccess<I> access;

    public SelectPicture(Pictures<I, T> pictures, ResultAccess<I> access) {
        this.pictures = pictures;
        this.access = access;
    }

    public Uni<T> select(UserId user, I id, boolean selected, Precondition precondition) {
        return access.toChange(id, user)
                .chain(() -> pictures.select(id, selected, precondition))
                .map(access::require);
    }
}
