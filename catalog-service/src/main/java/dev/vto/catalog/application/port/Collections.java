package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Live collections. */
public interface Collections {

    /** Fails as IMPOSSIBLE where the owner has as many as the cap allows, whoever else adds at the same time. */
    Uni<Void> add(Collection collection, Cap cap);

    Uni<Optional<Collection>> find(CollectionId id);

    Uni<Page<Collection>> list(UserId owner, Page.Request page);
}
