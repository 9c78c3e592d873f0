package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins a project in a collection of the user's own. */
public final class CreateProject {

    private final Access access;
    private final Projects projects;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Cap cap;

    public CreateProject(Access access, Projects projects, Supplier<UUID> ids, Clock clock, Cap cap) {
        this.access = access;
        this.projects = projects;
        this.ids = ids;
        this.clock = clock;
        this.cap = cap;
    }

    public Uni<Project> create(UserId user, CollectionId collection, Name name) {
        return access.collection(collection, user).onItem().transformToUni(own -> {
            Project project = Project.create(new ProjectId(ids.get()), own.id(), user, name, clock.instant());
            return projects.add(project, cap).replaceWith(project);
        });
    }
}
