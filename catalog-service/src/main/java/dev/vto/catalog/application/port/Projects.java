package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Live projects. */
public interface Projects {

    Uni<Void> add(Project project);

    Uni<Optional<Project>> find(ProjectId id);

    Uni<Page<Project>> listOfOwner(UserId owner, Page.Request page);

    Uni<Page<Project>> listOfCollection(CollectionId collection, Page.Request page);
}
