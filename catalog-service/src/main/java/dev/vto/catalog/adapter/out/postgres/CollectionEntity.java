package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity(name = "Collection")
@Table(name = "collections")
@NullUnmarked
class CollectionEntity {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID ownerId;

    String name;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    Collection toCollection() {
        return new Collection(new CollectionId(id), new UserId(ownerId), new Name(name), version, createdAt, updatedAt);
    }
}
