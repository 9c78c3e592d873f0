package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Live products. */
public interface Products {

    /** Fails as NOT_FOUND where the project is not live, whoever deletes it at the same time. */
    Uni<Void> add(Product product);

    Uni<Optional<Product>> find(ProductId id);

    Uni<Page<Product>> list(ProjectId project, Page.Request page);

    /** Those of the products that are live. */
    Uni<Set<ProductId>> liveOf(Set<ProductId> ids);

    /** Products of a project for one job, newest first, at most so many. */
    Uni<List<Product>> listForJob(ProjectId project, int most);

    /**
     * Changes the photos of a product under a lock on its row and raises its version; whatever the change throws fails
     * the edit.
     *
     * @return the product after the change, or empty where there is none
     */
    Uni<Optional<Product>> edit(ProductId id, UnaryOperator<Product> change);
}
