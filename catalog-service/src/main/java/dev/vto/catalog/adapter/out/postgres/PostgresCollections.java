package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresCollections implements Collections {

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    PostgresCollections(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
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

    @Override
    public Uni<Optional<Collection>> edit(CollectionId id, UnaryOperator<Collection> change) {
        return Detached.from(sessions.withTransaction(session -> session.find(
                        CollectionEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(entity -> {
                    if (entity == null || entity.deletedAt != null) {
                        return Uni.createFrom().item(Optional.<Collection>empty());
                    }
                    entity.name = change.apply(entity.toCollection()).name().value();
                    entity.updatedAt = clock.instant();
                    return session.flush().map(done -> Optional.of(entity.toCollection()));
                })));
    }
}
