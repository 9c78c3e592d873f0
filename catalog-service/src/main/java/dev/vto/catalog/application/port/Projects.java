package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Live projects. */
public interface Projects {

    /** Fails as IMPOSSIBLE where the owner has as many as the cap allows, whoever else adds at the same time. */
    Uni<Void> add(Project project, Cap cap);

    Uni<Optional<Project>> find(ProjectId id);

    Uni<Page<Project>> listOfOwner(UserId owner, Page.Request page);

    Uni<Page<Project>> listOfCollection(CollectionId collection, Page.Request page);
}
