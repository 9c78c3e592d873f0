package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Projects. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ProjectResource {

    private final Projects projects;
    private final Access access;
    private final Caller caller;

    ProjectResource(Projects projects, Access access, Caller caller) {
        this.projects = projects;
        this.access = access;
        this.caller = caller;
    }

    record ShareView(UUID userId, Role role) {}

    record View(
            UUID id,
            UUID collectionId,
            UUID ownerId,
            String name,
            @Nullable Role role,
            List<ShareView> sharedWith,
            int selectedImageNumber,
            int totalImageNumber,
            int totalVideoNumber,
            @Nullable UUID marketingLetterId,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {

        /** @param viewer whose role the view tells */
        static View of(Project project, UserId viewer) {
            return new View(
                    project.id().value(),
                    project.collectionId().value(),
                    project.ownerId().value(),
                    project.name().value(),
                    project.roleOf(viewer).orElse(null),
                    project.shares().stream()
                            .map(share -> new ShareView(share.userId().value(), share.role()))
                            .toList(),
                    project.counts().selectedImages(),
                    project.counts().images(),
                    project.counts().videos(),
                    Optional.ofNullable(project.letterId()).map(LetterId::value).orElse(null),
                    project.createdAt(),
                    project.updatedAt(),
                    null);
        }
    }

    @GET
    @Path("/projects")
    @Operation(summary = "The caller's own projects, newest first")
    public Uni<Response> list(@BeanParam Paging paging) {
        UserId user = caller.id();
        return projects.listOfOwner(user, paging.request())
                .map(page -> Answers.ok(Paging.answer(page, project -> View.of(project, user))));
    }

    @GET
    @Path("/projects/{id}")
    @Operation(summary = "One project")
    public Uni<Response> get(@PathParam("id") String id) {
        UserId user = caller.id();
        return access.project(Ids.of("id", id, ProjectId::new), user, Role.VIEWER)
                .map(project -> Answers.one(View.of(project, user), project.version()));
    }
}
