package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What can be restored: deleted at a time or since, while what holds it lives. */
public interface Trash {

    Uni<Page<Deleted<Collection>>> collections(UserId owner, Instant since, Page.Request page);

    Uni<Page<Deleted<Project>>> projectsOfOwner(UserId owner, Instant since, Page.Request page);

    Uni<Page<Deleted<Project>>> projectsOfCollection(CollectionId collection, Instant since, Page.Request page);

    Uni<Page<Deleted<Product>>> products(ProjectId project, Instant since, Page.Request page);
}
