package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collections in a map. */
public final class InMemoryCollections implements Collections {

    private final LiveValues<Collection> collections =
            new LiveValues<>(collection -> collection.id().value());
    private final InMemoryUsers users;

    public InMemoryCollections(InMemoryUsers users) {
        this.users = users;
    }

    @Override
    public Uni<Void> add(Collection collection, Cap cap) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (users.live(collection.ownerId()).isEmpty()) {
                throw User.isClosed();
            }
            collections.add(collection, cap, other -> other.ownerId().equals(collection.ownerId()));
        });
    }

    @Override
    public Uni<Optional<Collection>> find(CollectionId id) {
        return Uni.createFrom().item(() -> collections.find(id.value()));
    }

    @Override
    public Uni<Page<Collection>> list(UserId owner, Page.Request page) {
        return Uni.createFrom()
                .item(() -> collections.page(collection -> collection.ownerId().equals(owner), page));
    }

    @Override
    public Uni<Optional<Collection>> edit(CollectionId id, UnaryOperator<Collection> change) {
        return Uni.createFrom()
                .item(() -> collections.change(id.value(), current -> {
                    Collection changed = change.apply(current);
                    return new Collection(
                            changed.id(),
                            changed.ownerId(),
                            changed.name(),
                            current.version() + 1,
                            changed.createdAt(),
                            changed.updatedAt());
                }));
    }

    LiveValues<Collection> values() {
        return collections;
    }

    void delete(CollectionId id) {
        collections.delete(id.value());
    }
}
