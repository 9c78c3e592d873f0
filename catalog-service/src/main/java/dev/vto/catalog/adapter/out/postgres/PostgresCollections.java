package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.adapter.out.postgres.JobRow.utc;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresCollections implements Collections {

    private static final String ADD =
            """
            INSERT INTO collections (id, user_id, name, created_at, updated_at)
            SELECT $1, u.id, $3, $4, $5 FROM users u WHERE u.id = $2 AND u.deleted_at IS NULL FOR SHARE
            """;

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;
    private final Clock clock;

    PostgresCollections(Mutiny.SessionFactory sessions, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Collection collection, Cap cap) {
        Tuple row = Tuple.of(
                collection.id().value(),
                collection.ownerId().value(),
                collection.name().value(),
                utc(collection.createdAt()),
                utc(collection.updatedAt()));
        return transactions.run(connection ->
                Capped.insert(connection, ADD, row, "collections", collection.ownerId(), cap, User::isClosed));
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
