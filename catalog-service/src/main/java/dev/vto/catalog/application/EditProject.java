package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.ProjectPatch;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Changes what a project is called, where it is filed, and which letter is its current one. */
public final class EditProject {

    private final Access access;
    private final Projects projects;

    public EditProject(Access access, Projects projects) {
        this.access = access;
        this.projects = projects;
    }

    public Uni<Project> edit(UserId user, ProjectId id, Precondition known, ProjectPatch patch) {
        return access.project(id, user, patch.needed())
                .chain(seen -> projects.edit(id, current -> {
                    known.require(current.version());
                    return patch.applyTo(current.require(user, patch.needed()));
                }))
                .map(edited -> edited.orElseThrow(() -> Rejected.notFound("project")));
    }
}
