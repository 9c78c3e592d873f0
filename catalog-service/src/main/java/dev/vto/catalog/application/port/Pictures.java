package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Precondition;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What people do to the images, or to the videos, that jobs made. */
public interface Pictures<I, T> extends Restorable<I, T> {

    /**
     * Selects a live picture, or takes that back; where it is so already, nothing changes. Fails as STALE where the
     * precondition does not hold.
     *
     * @return the picture as it is now, or empty where there is no such live one
     */
    Uni<Optional<T>> select(I id, boolean selected, Precondition precondition);
}
