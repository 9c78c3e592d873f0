package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Live projects. */
public interface Projects {

    /**
     * Fails as IMPOSSIBLE where the owner has as many as the cap allows, as NOT_FOUND where the collection is not live,
     * whoever else adds and deletes at the same time.
     */
    Uni<Void> add(Project project, Cap cap);

    Uni<Optional<Project>> find(ProjectId id);

    Uni<Page<Project>> listOfOwner(UserId owner, Page.Request page);

    Uni<Page<Project>> listOfCollection(CollectionId collection, Page.Request page);

    /** Projects of others that are shared with the user. */
    Uni<Page<Project>> listOfGuest(UserId guest, Page.Request page);

    /**
     * Changes name, collection and current letter of a project under a lock on its row and raises its version; whatever
     * the change throws fails the edit. So does a new collection that is no live one of the owner's, and a new letter that
     * is no live one of the project's, as IMPOSSIBLE.
     *
     * @return the project after the change, or empty where there is none
     */
    Uni<Optional<Project>> edit(ProjectId id, UnaryOperator<Project> change);
}
