package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds a product to a project; photos may come with it or later. */
public final class CreateProduct {

    private final Access access;
    private final Products products;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public CreateProduct(Access access, Products products, Supplier<UUID> ids, Clock clock) {
        this.access = access;
        this.products = products;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Product> create(UserId user, ProjectId projectId, Map<PhotoSlot, PhotoRef> photos) {
        return access.project(projectId, user, Role.EDITOR).onItem().transformToUni(project -> {
            photos.values().forEach(photo -> PhotoOwner.require(photo, project.ownerId()));
            Product product =
                    Product.create(new ProductId(ids.get()), project.ownerId(), project.id(), photos, clock.instant());
            return products.add(product).replaceWith(product);
        });
    }
}
