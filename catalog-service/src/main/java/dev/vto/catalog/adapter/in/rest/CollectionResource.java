package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CreateCollection;
import dev.vto.catalog.application.CreateProject;
import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.collection.Collection;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Collections and the projects in them. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CollectionResource {

    private final CreateCollection createCollection;
    private final CreateProject createProject;
    private final Collections collections;
    private final Projects projects;
    private final Access access;
    private final Caller caller;

    CollectionResource(
            CreateCollection createCollection,
            CreateProject createProject,
            Collections collections,
            Projects projects,
            Access access,
            Caller caller) {
        this.createCollection = createCollection;
        this.createProject = createProject;
        this.collections = collections;
        this.projects = projects;
        this.access = access;
        this.caller = caller;
    }

    record View(UUID id, String name, Instant createdAt, Instant updatedAt) {

        static View of(Collection collection) {
            return new View(
                    collection.id().value(), collection.name().value(), collection.createdAt(), collection.updatedAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a collection")
    public Uni<Response> create(String body) {
        return createCollection
                .create(caller.id(), name(body))
                .map(made -> Answers.created("/v1/collections/" + made.id(), View.of(made), made.version()));
    }

    @GET
    @Operation(summary = "The caller's collections, newest first")
    public Uni<Response> list(@BeanParam Paging paging) {
        return collections.list(caller.id(), paging.request()).map(page -> Answers.ok(Paging.answer(page, View::of)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One collection")
    public Uni<Response> get(@PathParam("id") String id) {
        return access.collection(Ids.of("id", id, CollectionId::new), caller.id())
                .map(found -> Answers.one(View.of(found), found.version()));
    }

    @POST
    @Path("/{id}/projects")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a project in a collection")
    public Uni<Response> createProject(@PathParam("id") String id, String body) {
        UserId user = caller.id();
        return createProject
                .create(user, Ids.of("id", id, CollectionId::new), name(body))
                .map(made -> Answers.created(
                        "/v1/projects/" + made.id(), ProjectResource.View.of(made, user), made.version()));
    }

    @GET
    @Path("/{id}/projects")
    @Operation(summary = "The projects of a collection, newest first")
    public Uni<Response> listProjects(@PathParam("id") String id, @BeanParam Paging paging) {
        UserId user = caller.id();
        return access.collection(Ids.of("id", id, CollectionId::new), user)
                .onItem()
                .transformToUni(own -> projects.listOfCollection(own.id(), paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, project -> ProjectResource.View.of(project, user))));
    }

    private static Name name(String body) {
        JsonBody json = JsonBody.parse(body, "name");
        // Blanks at its ends do not count: how long a name may be is for Name to say.
        String name = json.requiredText("name", JsonBody.MAX_LENGTH);
        json.done();
        return new Name(name);
    }
}
