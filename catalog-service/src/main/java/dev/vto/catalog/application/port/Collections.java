package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Live collections. */
public interface Collections {

    /**
     * Fails as IMPOSSIBLE where the owner has as many as the cap allows, as UNAUTHENTICATED where the owner's account is
     * closed, whoever else adds and closes at the same time.
     */
    Uni<Void> add(Collection collection, Cap cap);

    Uni<Optional<Collection>> find(CollectionId id);

    Uni<Page<Collection>> list(UserId owner, Page.Request page);

    /**
     * Changes the name of a collection under a lock on its row and raises its version; whatever the change throws fails
     * the edit.
     *
     * @return the collection after the change, or empty where there is none
     */
    Uni<Optional<Collection>> edit(CollectionId id, UnaryOperator<Collection> change);
}
