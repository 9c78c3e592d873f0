package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CreateProduct;
import dev.vto.catalog.application.DeleteSubtree;
import dev.vto.catalog.application.EditProduct;
import dev.vto.catalog.application.ListDeleted;
import dev.vto.catalog.application.RestoreSubtree;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Products. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
@Tag(name = "Products")
public class ProductResource {

    private final CreateProduct createProduct;
    private final EditProduct editProduct;
    private final DeleteSubtree deleteSubtree;
    private final RestoreSubtree restoreSubtree;
    private final ListDeleted listDeleted;
    private final Products products;
    private final Access access;
    private final MediaUrls urls;
    private final PhotoUrls photoUrls;
    private final Caller caller;

    ProductResource(
            CreateProduct createProduct,
            EditProduct editProduct,
            DeleteSubtree deleteSubtree,
            RestoreSubtree restoreSubtree,
            ListDeleted listDeleted,
            Products products,
            Access access,
            MediaUrls urls,
            PhotoUrls photoUrls,
            Caller caller) {
        this.createProduct = createProduct;
        this.editProduct = editProduct;
        this.deleteSubtree = deleteSubtree;
        this.restoreSubtree = restoreSubtree;
        this.listDeleted = listDeleted;
        this.products = products;
        this.access = access;
        this.urls = urls;
        this.photoUrls = photoUrls;
        this.caller = caller;
    }

    /** @param deletedAt in lists of what is deleted only */
    @Schema(name = "Product")
    record View(
            UUID id,
            UUID projectId,
            @Schema(implementation = PhotosView.class) Map<String, String> images,
            @Nullable UUID imageId,
            @Nullable UUID videoId,
            @Nullable UUID letterId,
            Instant createdAt,
            Instant updatedAt,
            @Schema(description = "In lists of what is deleted only.")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable
                    Instant deletedAt) {

        static View of(Product product, MediaUrls urls) {
            return of(product, urls, null);
        }

        private static View of(Product product, MediaUrls urls, @Nullable Instant deletedAt) {
            Map<String, String> images = new LinkedHashMap<>();
            product.photos().forEach((slot, photo) -> images.put(slot.wireName(), urls.urlOf(photo)));
            return new View(
                    product.id().value(),
                    product.projectId().value(),
                    images,
                    Optional.ofNullable(product.imageId()).map(ImageId::value).orElse(null),
                    Optional.ofNullable(product.videoId()).map(VideoId::value).orElse(null),
                    Optional.ofNullable(product.letterId()).map(LetterId::value).orElse(null),
                    product.createdAt(),
                    product.updatedAt(),
                    deletedAt);
        }
    }

    /** A page of products. */
    @Schema(name = "ProductPage")
    record List(java.util.List<View> items, @Nullable String nextCursor) {}

    @POST
    @Idempotent
    @Path("/projects/{id}/products")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProduct",
            summary = "Add a product to a project",
            description = "With or without photos. Takes an editor. A onepiece excludes upper and bottom.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.Change.class)))
    @APIResponse(
            responseCode = "201",
            description = "The product.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> create(@PathParam("id") String id, String body) {
        return createProduct
                .create(caller.id(), Ids.of("id", id, ProjectId::new), ProductBody.photos(body, photoUrls))
                .map(made -> Answers.created("/v1/products/" + made.id(), View.of(made, urls), made.version()));
    }

    @GET
    @Path("/projects/{id}/products")
    @Operation(
            operationId = "listProducts",
            summary = "The products of a project, newest first",
            description = "Takes a viewer. With deleted=true those that can be restored, which takes the owner.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = List.class)))
    public Uni<Response> list(@PathParam("id") String id, @BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        ProjectId project = Ids.of("id", id, ProjectId::new);
        return paging.ofDeleted()
                ? listDeleted
                        .products(user, project, paging.request())
                        .map(page ->
                                Answers.ok(Paging.answer(page, deleted -> View.of(deleted.item(), urls, deleted.at()))))
                : access.project(project, user, Role.VIEWER)
                        .chain(found -> products.list(found.id(), paging.request()))
                        .map(page -> Answers.ok(Paging.answer(page, product -> View.of(product, urls))));
    }

    @GET
    @Path("/products/{id}")
    @Operation(operationId = "getProduct", summary = "One product", description = "Takes a viewer.")
    @APIResponse(
            responseCode = "200",
            description = "The product.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return show(caller.id(), id(id));
    }

    @PATCH
    @Path("/products/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateProduct",
            summary = "Change photos of a product",
            description = "A JSON merge patch: slots that are absent stay, null empties one. Takes an editor.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        return editProduct
                .edit(caller.id(), id(id), IfMatch.of(ifMatch), ProductBody.patch(body, photoUrls))
                .map(edited -> Answers.one(View.of(edited, urls), edited.version()));
    }

    @DELETE
    @Path("/products/{id}")
    @Operation(
            operationId = "deleteProduct",
            summary = "Delete a product with its results",
            description = "Takes the owner. Its unfinished jobs are canceled. It can be restored until the retention"
                    + " time is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteSubtree
                .delete(caller.id(), Subtree.of(id(id)), IfMatch.of(ifMatch))
                .map(done -> Response.noContent().build());
    }

    @POST
    @Path("/products/{id}/restore")
    @Operation(
            operationId = "restoreProduct",
            summary = "Bring a deleted product back",
            description = "Takes the owner, and a project that is live. Results that were deleted with it come back.")
    @APIResponse(
            responseCode = "200",
            description = "The product, live again.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    public Uni<Response> restore(@PathParam("id") String id) {
        UserId user = caller.id();
        return restoreSubtree.restore(user, Subtree.of(id(id))).chain(() -> show(user, id(id)));
    }

    private Uni<Response> show(UserId user, ProductId id) {
        return access.product(id, user, Role.VIEWER)
                .map(product -> Answers.one(View.of(product, urls), product.version()));
    }

    private static ProductId id(String text) {
        return Ids.of("id", text, ProductId::new);
    }
}
