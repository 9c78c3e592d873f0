package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CreateProject;
import dev.vto.catalog.application.ListDeleted;
import dev.vto.catalog.application.port.Projects;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The projects of a collection. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Projects")
public class CollectionProjectsResource {

    private final CreateProject createProject;
    private final ListDeleted listDeleted;
    private final Projects projects;
    private final Access access;
    private final Caller caller;

    CollectionProjectsResource(
            CreateProject createProject, ListDeleted listDeleted, Projects projects, Access access, Caller caller) {
        this.createProject = createProject;
        this.listDeleted = listDeleted;
        this.projects = projects;
        this.access = access;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/{id}/projects")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProject",
            summary = "Begin a project",
            description = "In a collection of the caller's own.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NameBody.New.class)))
    @APIResponse(
            responseCode = "201",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Uni<Response> create(@PathParam("id") String id, String body) {
        UserId user = caller.id();
        return createProject
                .create(user, Ids.of("id", id, CollectionId::new), NameBody.read(body))
                .map(made -> Answers.created("/v1/projects/" + made.id(), ProjectView.of(made, user), made.version()));
    }

    @GET
    @Path("/{id}/projects")
    @Operation(
            operationId = "listProjectsOfCollection",
            summary = "The projects of a collection, newest first",
            description = "With deleted=true those that can be restored.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProjectView.List.class)))
    public Uni<Response> list(@PathParam("id") String id, @BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        CollectionId collection = Ids.of("id", id, CollectionId::new);
        return paging.ofDeleted()
                ? listDeleted
                        .projects(user, collection, paging.request())
                        .map(page -> Answers.ok(Paging.answer(page, project -> ProjectView.of(project, user))))
                : access.collection(collection, user)
                        .chain(own -> projects.listOfCollection(own.id(), paging.request()))
                        .map(page -> Answers.ok(Paging.answer(page, project -> ProjectView.of(project, user))));
    }
}
