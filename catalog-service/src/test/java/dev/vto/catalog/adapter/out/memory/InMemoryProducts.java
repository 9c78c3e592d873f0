package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Products in a map. */
public final class InMemoryProducts implements Products {

    private final LiveValues<Product> products =
            new LiveValues<>(product -> product.id().value());
    private final InMemoryProjects projects;
    private final Clock clock;

    public InMemoryProducts(InMemoryProjects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Product product) {
        return Uni.createFrom().voidItem().invoke(() -> {
            projects.require(product.projectId());
            products.add(product);
        });
    }

    @Override
    public Uni<Optional<Product>> find(ProductId id) {
        return Uni.createFrom().item(() -> products.find(id.value()));
    }

    @Override
    public Uni<Page<Product>> list(ProjectId project, Page.Request page) {
        return Uni.createFrom()
                .item(() -> products.page(product -> product.projectId().equals(project), page));
    }

    @Override
    public Uni<Set<ProductId>> liveOf(Set<ProductId> ids) {
        return Uni.createFrom().item(() -> ids.stream().filter(this::isLive).collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Product>> listForJob(ProjectId project, int most) {
        return list(project, new Page.Request(most, Optional.empty())).map(Page::items);
    }

    @Override
    public Uni<Optional<Product>> edit(ProductId id, UnaryOperator<Product> change) {
        return Uni.createFrom().item(() -> products.change(id.value(), product -> edited(change.apply(product))));
    }

    LiveValues<Product> values() {
        return products;
    }

    boolean isLive(ProductId id) {
        return products.find(id.value()).isPresent();
    }

    boolean isIn(ProductId id, ProjectId project) {
        return products.find(id.value())
                .filter(product -> product.projectId().equals(project))
                .isPresent();
    }

    /** The keys follow what happened to results. */
    void follow(ProductId id, ImageId image, VideoId video, LetterId letter) {
        products.change(
                id.value(),
                product -> new Product(
                        product.id(),
                        product.ownerId(),
                        product.projectId(),
                        product.photos(),
                        image,
                        video,
                        letter,
                        product.version(),
                        product.createdAt(),
                        product.updatedAt()));
    }

    void delete(ProductId id) {
        products.delete(id.value());
    }

    private Product edited(Product product) {
        return new Product(
                product.id(),
                product.ownerId(),
                product.projectId(),
                product.photos(),
                product.imageId(),
                product.videoId(),
                product.letterId(),
                product.version() + 1,
                product.createdAt(),
                clock.instant());
    }
}
