package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Live collections. */
public interface Collections {

    Uni<Void> add(Collection collection);

    Uni<Optional<Collection>> find(CollectionId id);

    Uni<Page<Collection>> list(UserId owner, Page.Request page);
}
