package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Changes photos of a product, several at once. */
public final class EditProduct {

    private final Access access;
    private final Products products;

    public EditProduct(Access access, Products products) {
        this.access = access;
        this.products = products;
    }

    /** @param photos what each slot shall hold, or that it shall be empty; other slots stay */
    public Uni<Product> edit(UserId user, ProductId id, Precondition known, Map<PhotoSlot, Optional<PhotoRef>> photos) {
        return access.product(id, user, Role.EDITOR)
                .invoke(product -> photos.values().stream()
                        .flatMap(Optional::stream)
                        .forEach(photo -> PhotoOwner.require(photo, product.ownerId())))
                .chain(product -> products.edit(id, current -> {
                    known.require(current.version());
                    return current.withPhotos(photos);
                }))
                .map(edited -> edited.orElseThrow(() -> Rejected.notFound("product")));
    }
}
