package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.adapter.out.postgres.JobRow.utc;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
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

    /** Photos in the order of {@link PhotoSlot}. */
    private static final String ADD =
            """
            INSERT INTO products (id, user_id, project_id, created_at, updated_at,
              upper_f_image_url, upper_b_image_url, bottom_f_image_url, bottom_b_image_url,
              onepiece_f_image_url, onepiece_b_image_url, outer_f_image_url, outer_b_image_url)
            SELECT $1, $2, p.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
            FROM projects p WHERE p.id = $3 AND p.deleted_at IS NULL FOR KEY SHARE
            """;

    private static final String FIND =
            "SELECT " + ProductEntity.COLUMNS + " FROM products WHERE id = $1 AND deleted_at IS NULL";

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;
    private final Clock clock;

    PostgresProducts(Mutiny.SessionFactory sessions, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Product product) {
        Tuple row = Tuple.tuple()
                .addUUID(product.id().value())
                .addUUID(product.ownerId().value())
                .addUUID(product.projectId().value())
                .addOffsetDateTime(utc(product.createdAt()))
                .addOffsetDateTime(utc(product.updatedAt()));
        for (PhotoSlot slot : PhotoSlot.values()) {
            PhotoRef photo = product.photos().get(slot);
            row.addString(photo == null ? null : photo.value());
        }
        return transactions
                .query(ADD, row)
                .invoke(rows -> Capped.requireInserted(rows, () -> Rejected.notFound("project")))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Product>> find(ProductId id) {
        return transactions.query(FIND, Tuple.of(id.value())).map(rows -> Transactions.first(rows)
                .map(ProductEntity::toProduct));
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
