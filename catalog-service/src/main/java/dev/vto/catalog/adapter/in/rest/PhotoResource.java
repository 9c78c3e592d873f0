package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.ClearPhoto;
import dev.vto.catalog.application.SetPhoto;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoLimits;
import dev.vto.shared.media.PhotoRef;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Photos, sent as they are. The declared media type is not believed, so any is taken. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Photos")
public class PhotoResource {

    private static final String STORE_AWAY =
            "`media_store_unavailable`: photos cannot be stored now; Retry-After says when to try again";

    private final SetPhoto setPhoto;
    private final ClearPhoto clearPhoto;
    private final Photos photos;
    private final MediaUrls urls;
    private final Caller caller;

    PhotoResource(SetPhoto setPhoto, ClearPhoto clearPhoto, Photos photos, MediaUrls urls, Caller caller) {
        this.setPhoto = setPhoto;
        this.clearPhoto = clearPhoto;
        this.photos = photos;
        this.urls = urls;
        this.caller = caller;
    }

    record Upload(UUID id, String url) {}

    @PUT
    @Path("/products/{id}/images/{slot}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putPhoto",
            summary = "Put a photo into a slot",
            description =
                    "Takes an editor. JPEG, PNG or WebP, at most 20 MB and 50 megapixels; the bytes are looked at,"
                            + " the declared media type is not. A onepiece excludes upper and bottom.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now.",
            content = @Content(schema = @Schema(implementation = ProductResource.View.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    @APIResponse(responseCode = "503", description = STORE_AWAY)
    public Uni<Response> put(@PathParam("id") String id, @PathParam("slot") String slot, File body) {
        ProductId product = Ids.of("id", id, ProductId::new);
        PhotoSlot known = slot(slot);
        UserId user = caller.id();
        requireBody(body);
        return setPhoto.set(user, product, known, body.toPath())
                .map(changed -> Answers.one(ProductResource.View.of(changed, urls), changed.version()));
    }

    @DELETE
    @Path("/products/{id}/images/{slot}")
    @Operation(operationId = "deletePhoto", summary = "Empty a slot", description = "Takes an editor.")
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now.",
            content = @Content(schema = @Schema(implementation = ProductResource.View.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> clear(
            @PathParam("id") String id,
            @PathParam("slot") String slot,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return clearPhoto
                .clear(caller.id(), Ids.of("id", id, ProductId::new), slot(slot), IfMatch.of(ifMatch))
                .map(changed -> Answers.one(ProductResource.View.of(changed, urls), changed.version()));
    }

    @POST
    @Idempotent(workFirst = true)
    @Path("/uploads")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadPhoto",
            summary = "Store a photo of a person",
            description = "For person.imageUrl of a job. JPEG, PNG or WebP, at most 20 MB and 50 megapixels.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content = @Content(schema = @Schema(implementation = Upload.class)))
    @APIResponse(responseCode = "503", description = STORE_AWAY)
    public Uni<Response> upload(File body) {
        requireBody(body);
        return photos.store(caller.id(), body.toPath()).map(key -> {
            String name = key.value().substring(key.value().lastIndexOf('/') + 1);
            String url = urls.urlOf(PhotoRef.stored(key));
            UUID id = UUID.fromString(name.substring(0, name.indexOf('.')));
            return Response.created(URI.create(url))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(new Upload(id, url))
                    .build();
        });
    }

    private static void requireBody(File body) {
        if (body.length() > PhotoLimits.MAX_BYTES) {
            throw new Rejected(
                    Rejected.Reason.TOO_LARGE,
                    "too_large",
                    "A photo has at most " + PhotoLimits.MAX_BYTES / (1024 * 1024) + " MB.",
                    List.of());
        }
    }

    private static PhotoSlot slot(String name) {
        return PhotoSlot.ofWireName(name)
                .orElseThrow(() -> Rejected.invalid("slot", "is one of " + PhotoSlot.allowed()));
    }
}
