package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresProducts implements Products {

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    PostgresProducts(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Product product) {
        return Detached.from(sessions.withTransaction(session -> session.persist(ProductEntity.of(product))));
    }

    @Override
    public Uni<Optional<Product>> find(ProductId id) {
        return sessions.withSession(session -> session.find(ProductEntity.class, id.value()))
                .map(PostgresProducts::live);
    }

    @Override
    public Uni<Page<Product>> list(ProjectId project, Page.Request page) {
        return NewestFirst.fetch(sessions, ProductEntity.class, "Product", "projectId", project.value(), page)
                .map(entities -> page.page(
                        entities.stream().map(ProductEntity::toProduct).toList(),
                        item -> item.id().value()));
    }

    @Override
    public Uni<Set<ProductId>> liveOf(Set<ProductId> ids) {
        String query = "select id from Product where id in (?1) and deletedAt is null";
        return sessions.withSession(session -> session.createSelectionQuery(query, UUID.class)
                        .setParameter(1, ids.stream().map(ProductId::value).toList())
                        .getResultList())
                .map(found -> found.stream().map(ProductId::new).collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Product>> listForJob(ProjectId project, int most) {
        return list(project, new Page.Request(Math.min(most, Page.Request.MAX_LIMIT), Optional.empty()))
                .map(Page::items);
    }

    @Override
    public Uni<Optional<Product>> edit(ProductId id, UnaryOperator<Product> change) {
        return Detached.from(sessions.withTransaction(
                session -> session.find(ProductEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .transformToUni(entity -> {
                            if (entity == null || entity.deletedAt != null) {
                                return Uni.createFrom().item(Optional.<Product>empty());
                            }
                            entity.setPhotos(change.apply(entity.toProduct()));
                            entity.updatedAt = clock.instant();
                            return session.flush().map(done -> live(entity));
                        })));
    }

    private static Optional<Product> live(@Nullable ProductEntity entity) {
        return Optional.ofNullable(entity)
                .filter(found -> found.deletedAt == null)
                .map(ProductEntity::toProduct);
    }
}
