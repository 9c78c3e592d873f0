package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresProjects implements Projects {

    private final Mutiny.SessionFactory sessions;

    PostgresProjects(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> add(Project project, Cap cap) {
        return Detached.from(sessions.withTransaction(
                session -> Capped.persist(session, ProjectEntity.of(project), "Project", project.ownerId(), cap)));
    }

    @Override
    public Uni<Optional<Project>> find(ProjectId id) {
        return sessions.withSession(session -> session.find(ProjectEntity.class, id.value()))
                .map(entity -> Optional.ofNullable(entity)
                        .filter(found -> found.deletedAt == null)
                        .map(ProjectEntity::toProject));
    }

    @Override
    public Uni<Page<Project>> listOfOwner(UserId owner, Page.Request page) {
        return list("ownerId", owner.value(), page);
    }

    @Override
    public Uni<Page<Project>> listOfCollection(CollectionId collection, Page.Request page) {
        return list("collectionId", collection.value(), page);
    }

    private Uni<Page<Project>> list(String parent, UUID value, Page.Request page) {
        return NewestFirst.fetch(sessions, ProjectEntity.class, "Project", parent, value, page)
                .map(entities -> page.page(
                        entities.stream().map(ProjectEntity::toProject).toList(),
                        item -> item.id().value()));
    }
}
