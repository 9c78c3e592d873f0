package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.DeleteSubtree;
import dev.vto.catalog.application.EditProject;
import dev.vto.catalog.application.ListDeleted;
import dev.vto.catalog.application.RestoreSubtree;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Projects. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Projects")
public class ProjectResource {

    private final EditProject editProject;
    private final DeleteSubtree deleteSubtree;
    private final RestoreSubtree restoreSubtree;
    private final ListDeleted listDeleted;
    private final Projects projects;
    private final Access access;
    private final Caller caller;

    ProjectResource(
            EditProject editProject,
            DeleteSubtree deleteSubtree,
            RestoreSubtree restoreSubtree,
            ListDeleted listDeleted,
            Projects projects,
            Access access,
            Caller caller) {
        this.editProject = editProject;
        this.deleteSubtree = deleteSubtree;
        this.restoreSubtree = restoreSubtree;
        this.listDeleted = listDeleted;
        this.projects = projects;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @Path("/projects")
    @Operation(
            operationId = "listProjects",
            summary = "The caller's own projects, newest first",
            description = "With shared=true those of others that are shared with the caller instead. With deleted=true"
                    + " those that can be restored, which only owners do.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProjectView.List.class)))
    public Uni<Response> list(@QueryParam("shared") @Nullable String shared, @BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        Page.Request page = paging.request();
        boolean ofOthers = shared != null && Paging.flag("shared", shared);
        if (paging.ofDeleted()) {
            return (ofOthers ? Uni.createFrom().item(Page.<Deleted<Project>>empty()) : listDeleted.projects(user, page))
                    .map(found -> Answers.ok(Paging.answer(found, project -> ProjectView.of(project, user))));
        }
        return (ofOthers ? projects.listOfGuest(user, page) : projects.listOfOwner(user, page))
                .map(found -> Answers.ok(Paging.answer(found, project -> ProjectView.of(project, user))));
    }

    @GET
    @Path("/projects/{id}")
    @Operation(operationId = "getProject", summary = "One project", description = "Takes a viewer.")
    @APIResponse(
            responseCode = "200",
            description = "The project, with the caller's role in it.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return show(caller.id(), id(id));
    }

    @PATCH
    @Path("/projects/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateProject",
            summary = "Change a project",
            description = "A JSON merge patch: what is absent stays. Takes an editor, and for collectionId the owner.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProjectBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The project as it is now.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        UserId user = caller.id();
        return editProject
                .edit(user, id(id), IfMatch.of(ifMatch), ProjectBody.change(body))
                .map(edited -> Answers.one(ProjectView.of(edited, user), edited.version()));
    }

    @DELETE
    @Path("/projects/{id}")
    @Operation(
            operationId = "deleteProject",
            summary = "Delete a project with all that it holds",
            description = "Takes the owner. Unfinished jobs are canceled. It can be restored until the retention time"
                    + " is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteSubtree
                .delete(caller.id(), Subtree.of(id(id)), IfMatch.of(ifMatch))
                .map(done -> Response.noContent().build());
    }

    @POST
    @Path("/projects/{id}/restore")
    @Operation(
            operationId = "restoreProject",
            summary = "Bring a deleted project back",
            description = "Takes the owner, and a collection that is live. All that was deleted with it comes back.")
    @APIResponse(
            responseCode = "200",
            description = "The project, live again.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> restore(@PathParam("id") String id) {
        UserId user = caller.id();
        return restoreSubtree.restore(user, Subtree.of(id(id))).chain(() -> show(user, id(id)));
    }

    private Uni<Response> show(UserId user, ProjectId id) {
        return access.project(id, user, Role.VIEWER)
                .map(project -> Answers.one(ProjectView.of(project, user), project.version()));
    }

    private static ProjectId id(String text) {
        return Ids.of("id", text, ProjectId::new);
    }
}
