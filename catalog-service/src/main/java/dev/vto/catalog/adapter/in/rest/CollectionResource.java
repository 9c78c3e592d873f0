package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CreateCollection;
import dev.vto.catalog.application.DeleteSubtree;
import dev.vto.catalog.application.EditCollection;
import dev.vto.catalog.application.ListDeleted;
import dev.vto.catalog.application.RestoreSubtree;
import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.CollectionId;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Collections. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Collections")
public class CollectionResource {

    private final CreateCollection createCollection;
    private final EditCollection editCollection;
    private final DeleteSubtree deleteSubtree;
    private final RestoreSubtree restoreSubtree;
    private final ListDeleted listDeleted;
    private final Collections collections;
    private final Access access;
    private final Caller caller;

    CollectionResource(
            CreateCollection createCollection,
            EditCollection editCollection,
            DeleteSubtree deleteSubtree,
            RestoreSubtree restoreSubtree,
            ListDeleted listDeleted,
            Collections collections,
            Access access,
            Caller caller) {
        this.createCollection = createCollection;
        this.editCollection = editCollection;
        this.deleteSubtree = deleteSubtree;
        this.restoreSubtree = restoreSubtree;
        this.listDeleted = listDeleted;
        this.collections = collections;
        this.access = access;
        this.caller = caller;
    }

    /** @param deletedAt in lists of what is deleted only */
    @Schema(name = "Collection")
    record View(
            UUID id,
            String name,
            Instant createdAt,
            Instant updatedAt,
            @Schema(description = "In lists of what is deleted only.")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable
                    Instant deletedAt) {

        static View of(Collection collection) {
            return of(collection, null);
        }

        static View of(Deleted<Collection> deleted) {
            return of(deleted.item(), deleted.at());
        }

        private static View of(Collection collection, @Nullable Instant deletedAt) {
            return new View(
                    collection.id().value(),
                    collection.name().value(),
                    collection.createdAt(),
                    collection.updatedAt(),
                    deletedAt);
        }
    }

    /** A page of collections. */
    @Schema(name = "CollectionPage")
    record List(java.util.List<View> items, @Nullable String nextCursor) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createCollection",
            summary = "Begin a collection",
            description = "A collection is a season or a line; it holds projects.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NameBody.New.class)))
    @APIResponse(
            responseCode = "201",
            description = "The collection.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> create(String body) {
        return createCollection
                .create(caller.id(), NameBody.read(body))
                .map(made -> Answers.created("/v1/collections/" + made.id(), View.of(made), made.version()));
    }

    @GET
    @Operation(
            operationId = "listCollections",
            summary = "The caller's collections, newest first",
            description = "With deleted=true those that can be restored.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = List.class)))
    public Uni<Response> list(@BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        return paging.ofDeleted()
                ? listDeleted.collections(user, paging.request()).map(page -> Answers.ok(Paging.answer(page, View::of)))
                : collections.list(user, paging.request()).map(page -> Answers.ok(Paging.answer(page, View::of)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCollection",
            summary = "One collection",
            description = "Of the caller's own: collections are not shared.")
    @APIResponse(
            responseCode = "200",
            description = "The collection.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return show(caller.id(), id(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateCollection",
            summary = "Rename a collection",
            description = "A JSON merge patch: what is absent stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NameBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The collection as it is now.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        return editCollection
                .edit(caller.id(), id(id), IfMatch.of(ifMatch), NameBody.change(body))
                .map(edited -> Answers.one(View.of(edited), edited.version()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCollection",
            summary = "Delete a collection with all its projects",
            description = "Unfinished jobs are canceled. It can be restored until the retention time is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteSubtree
                .delete(caller.id(), Subtree.of(id(id)), IfMatch.of(ifMatch))
                .map(done -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/restore")
    @Operation(
            operationId = "restoreCollection",
            summary = "Bring a deleted collection back",
            description = "With all that was deleted with it. One that is not deleted stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The collection, live again.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> restore(@PathParam("id") String id) {
        UserId user = caller.id();
        return restoreSubtree.restore(user, Subtree.of(id(id))).chain(() -> show(user, id(id)));
    }

    private Uni<Response> show(UserId user, CollectionId id) {
        return access.collection(id, user).map(found -> Answers.one(View.of(found), found.version()));
    }

    private static CollectionId id(String text) {
        return Ids.of("id", text, CollectionId::new);
    }
}
