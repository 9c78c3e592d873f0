package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Puts a photo that was sent into a slot of a product; the product's own rules are asked before it is stored. */
public final class SetPhoto {

    private final Access access;
    private final Products products;
    private final Photos photos;

    public SetPhoto(Access access, Products products, Photos photos) {
        this.access = access;
        this.products = products;
        this.photos = photos;
    }

    /** @param file what the user sent; removed by the caller */
    public Uni<Product> set(UserId user, ProductId id, PhotoSlot slot, Path file) {
        return access.product(id, user, Role.EDITOR)
                .invoke(product -> product.withPhoto(slot, new PhotoRef("media:rehearsal")))
                .onItem()
                .transformToUni(product -> photos.store(product.ownerId(), file))
                .onItem()
                .transformToUni(key -> products.edit(id, product -> product.withPhoto(slot, PhotoRef.stored(key))))
                .map(edited -> edited.orElseThrow(() -> Rejected.notFound("product")));
    }
}
