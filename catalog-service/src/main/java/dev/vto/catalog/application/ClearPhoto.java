package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import io.smallrye.mutiny.Uni;

/** Empties a slot of a product; an empty one stays empty. */
public final class ClearPhoto {

    private final Access access;
    private final Products products;

    public ClearPhoto(Access access, Products products) {
        this.access = access;
        this.products = products;
    }

    public Uni<Product> clear(UserId user, ProductId id, PhotoSlot slot, Precondition known) {
        return access.product(id, user, Role.EDITOR)
                .onItem()
                .transformToUni(product -> products.edit(id, current -> {
                    known.require(current.version());
                    return current.withoutPhoto(slot);
                }))
                .map(edited -> edited.orElseThrow(() -> Rejected.notFound("product")));
    }
}
