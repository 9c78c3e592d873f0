package dev.vto.catalog.domain.collection;

import dev.vto.catalog.domain.Name;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import java.time.Instant;

/** A season or line of one user. */
public record Collection(
        CollectionId id, UserId ownerId, Name name, int version, Instant createdAt, Instant updatedAt) {

    public static Collection create(CollectionId id, UserId owner, Name name, Instant now) {
        return new Collection(id, owner, name, 0, now, now);
    }

    public Collection renamed(Name changed) {
        return new Collection(id, ownerId, changed, version, createdAt, updatedAt);
    }
}
