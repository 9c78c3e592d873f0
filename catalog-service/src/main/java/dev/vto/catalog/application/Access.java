package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/**
 * Finds what a user asks for, where the user may. What is not theirs and not shared with them is answered as what does
 * not exist; too small a role as FORBIDDEN.
 */
public final class Access {

    private final Collections collections;
    private final Projects projects;
    private final Products products;

    public Access(Collections collections, Projects projects, Products products) {
        this.collections = collections;
        this.projects = projects;
        this.products = products;
    }

    /** A collection of the user's own. */
    public Uni<Collection> collection(CollectionId id, UserId user) {
        return collections.find(id).map(found -> found.filter(
                        collection -> collection.ownerId().equals(user))
                .orElseThrow(() -> Rejected.notFound("collection")));
    }

    public Uni<Project> project(ProjectId id, UserId user, Role needed) {
        return projects.find(id).map(found -> found.orElseThrow(() -> Rejected.notFound("project"))
                .require(user, needed));
    }

    /** A product, by the user's role in its project. */
    public Uni<Product> product(ProductId id, UserId user, Role needed) {
        return products.find(id)
                .map(found -> found.orElseThrow(() -> Rejected.notFound("product")))
                .call(product -> project(product.projectId(), user, needed)
                        .onFailure(Access::isNotFound)
                        .transform(failure -> Rejected.notFound("product")));
    }

    /** Refuses with what the asked-for thing is called, not with the project that hides it. */
    public Uni<Project> projectOf(String what, ProjectId id, UserId user, Role needed) {
        return project(id, user, needed).onFailure(Access::isNotFound).transform(failure -> Rejected.notFound(what));
    }

    /** The page, which was looked for as the user: an empty one may hide a project that the user may not see. */
    public <T> Uni<Page<T>> page(ProjectId id, UserId user, Uni<Page<T>> found) {
        return found.call(page -> page.items().isEmpty()
                ? project(id, user, Role.VIEWER)
                : Uni.createFrom().nullItem());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.reason() == Rejected.Reason.NOT_FOUND;
    }
}
