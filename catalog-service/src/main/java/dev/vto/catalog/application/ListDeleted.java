package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Trash;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;

/** Lists what its owner can restore. */
public final class ListDeleted {

    private final Trash trash;
    private final Access access;
    private final Retention retention;
    private final Clock clock;

    public ListDeleted(Trash trash, Access access, Retention retention, Clock clock) {
        this.trash = trash;
        this.access = access;
        this.retention = retention;
        this.clock = clock;
    }

    public Uni<Page<Deleted<Collection>>> collections(UserId user, Page.Request page) {
        return trash.collections(user, since(), page);
    }

    public Uni<Page<Deleted<Project>>> projects(UserId user, Page.Request page) {
        return trash.projectsOfOwner(user, since(), page);
    }

    public Uni<Page<Deleted<Project>>> projects(UserId user, CollectionId collection, Page.Request page) {
        return access.collection(collection, user).chain(own -> trash.projectsOfCollection(own.id(), since(), page));
    }

    public Uni<Page<Deleted<Product>>> products(UserId user, ProjectId project, Page.Request page) {
        return access.project(project, user, Role.OWNER).chain(own -> trash.products(own.id(), since(), page));
    }

    private Instant since() {
        return retention.since(clock.instant());
    }
}
