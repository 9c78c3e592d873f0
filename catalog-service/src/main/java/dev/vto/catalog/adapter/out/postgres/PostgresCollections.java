package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresCollections implements Collections {

    private final Mutiny.SessionFactory sessions;

    PostgresCollections(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> add(Collection collection, Cap cap) {
        return Detached.from(sessions.withTransaction(session ->
                Capped.persist(session, CollectionEntity.of(collection), "Collection", collection.ownerId(), cap)));
    }

    @Override
    public Uni<Optional<Collection>> find(CollectionId id) {
        return sessions.withSession(session -> session.find(CollectionEntity.class, id.value()))
                .map(entity -> Optional.ofNullable(entity)
                        .filter(found -> found.deletedAt == null)
                        .map(CollectionEntity::toCollection));
    }

    @Override
    public Uni<Page<Collection>> list(UserId owner, Page.Request page) {
        return NewestFirst.fetch(sessions, CollectionEntity.class, "Collection", "ownerId", owner.value(), page)
                .map(entities -> page.page(
                        entities.stream().map(CollectionEntity::toCollection).toList(),
                        item -> item.id().value()));
    }
}
