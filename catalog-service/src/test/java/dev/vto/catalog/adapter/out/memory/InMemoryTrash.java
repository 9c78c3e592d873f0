package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Trash;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What {@link InMemorySubtrees} took out. */
public final class InMemoryTrash implements Trash {

    private final InMemorySubtrees subtrees;

    public InMemoryTrash(InMemorySubtrees subtrees) {
        this.subtrees = subtrees;
    }

    @Override
    public Uni<Page<Deleted<Collection>>> collections(UserId owner, Instant since, Page.Request page) {
        return list(Collection.class, of -> of.id().value(), of -> of.ownerId().equals(owner), since, page);
    }

    @Override
    public Uni<Page<Deleted<Project>>> projectsOfOwner(UserId owner, Instant since, Page.Request page) {
        return list(Project.class, of -> of.id().value(), of -> of.ownerId().equals(owner), since, page);
    }

    @Override
    public Uni<Page<Deleted<Project>>> projectsOfCollection(CollectionId collection, Instant since, Page.Request page) {
        return list(
                Project.class, of -> of.id().value(), of -> of.collectionId().equals(collection), since, page);
    }

    @Override
    public Uni<Page<Deleted<Product>>> products(ProjectId project, Instant since, Page.Request page) {
        return list(Product.class, of -> of.id().value(), of -> of.projectId().equals(project), since, page);
    }

    private <T> Uni<Page<Deleted<T>>> list(
            Class<T> kind, Function<T, UUID> id, Predicate<T> wanted, Instant since, Page.Request page) {
        return Uni.createFrom().item(() -> {
            LiveValues<Deleted<T>> all = new LiveValues<>(deleted -> id.apply(deleted.item()));
            subtrees.deleted(kind, since).forEach(all::add);
            return all.page(deleted -> wanted.test(deleted.item()), page);
        });
    }
}
