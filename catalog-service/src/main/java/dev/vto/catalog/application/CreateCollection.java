package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins a collection. */
public final class CreateCollection {

    private final Collections collections;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Cap cap;

    public CreateCollection(Collections collections, Supplier<UUID> ids, Clock clock, Cap cap) {
        this.collections = collections;
        this.ids = ids;
        this.clock = clock;
        this.cap = cap;
    }

    public Uni<Collection> create(UserId user, Name name) {
        Collection collection = Collection.create(new CollectionId(ids.get()), user, name, clock.instant());
        return collections.add(collection, cap).replaceWith(collection);
    }
}
