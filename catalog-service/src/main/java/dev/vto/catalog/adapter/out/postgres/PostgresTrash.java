package dev.vto.catalog.adapter.out.postgres;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresTrash implements Trash {

    private static final String IN_A_LIVE_COLLECTION =
            "exists (from Collection c where c.id = e.collectionId and c.deletedAt is null)";
    private static final String IN_A_LIVE_PROJECT =
            "exists (from Project p where p.id = e.projectId and p.deletedAt is null)";

    private final Mutiny.SessionFactory sessions;

    PostgresTrash(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Page<Deleted<Collection>>> collections(UserId owner, Instant since, Page.Request page) {
        return NewestFirst.fetchDeleted(
                        sessions, CollectionEntity.class, "Collection", "ownerId", owner.value(), "true", since, page)
                .map(rows -> page(page, rows, row -> new Deleted<>(row.toCollection(), row.deletedAt), item -> item.id()
                        .value()));
    }

    @Override
    public Uni<Page<Deleted<Project>>> projectsOfOwner(UserId owner, Instant since, Page.Request page) {
        return projects("ownerId", owner.value(), since, page);
    }

    @Override
    public Uni<Page<Deleted<Project>>> projectsOfCollection(CollectionId collection, Instant since, Page.Request page) {
        return projects("collectionId", collection.value(), since, page);
    }

    @Override
    public Uni<Page<Deleted<Product>>> products(ProjectId project, Instant since, Page.Request page) {
        return NewestFirst.fetchDeleted(
                        sessions,
                        ProductEntity.class,
                        "Product",
                        "projectId",
                        project.value(),
                        IN_A_LIVE_PROJECT,
                        since,
                        page)
                .map(rows -> page(page, rows, row -> new Deleted<>(row.toProduct(), row.deletedAt), item -> item.id()
                        .value()));
    }

    private Uni<Page<Deleted<Project>>> projects(String parent, UUID value, Instant since, Page.Request page) {
        return NewestFirst.fetchDeleted(
                        sessions, ProjectEntity.class, "Project", parent, value, IN_A_LIVE_COLLECTION, since, page)
                .map(rows -> page(page, rows, row -> new Deleted<>(row.toProject(), row.deletedAt), item -> item.id()
                        .value()));
    }

    private static <E, T> Page<Deleted<T>> page(
            Page.Request page, List<E> rows, Function<E, Deleted<T>> mapping, Function<T, UUID> id) {
        return page.page(rows.stream().map(mapping).toList(), deleted -> id.apply(deleted.item()));
    }
}
