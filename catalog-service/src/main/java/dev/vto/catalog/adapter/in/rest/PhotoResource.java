package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.ClearPhoto;
import dev.vto.catalog.application.SetPhoto;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
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
import org.jspecify.annotations.Nullable;

/** Photos, sent as they are. The declared media type is not believed, so any is taken. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PhotoResource {

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
    @Operation(summary = "Put a photo into a slot: JPEG, PNG or WebP, at most 20 MB and 50 megapixels")
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
    @Operation(summary = "Empty a slot")
    public Uni<Response> clear(
            @PathParam("id") String id,
            @PathParam("slot") String slot,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return clearPhoto
                .clear(caller.id(), Ids.of("id", id, ProductId::new), slot(slot), IfMatch.of(ifMatch))
                .map(changed -> Answers.one(ProductResource.View.of(changed, urls), changed.version()));
    }

    @POST
    @Idempotent
    @Path("/uploads")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Store a photo of a person, for person.imageUrl")
    public Uni<Response> upload(File body) {
        requireBody(body);
        return photos.store(caller.id(), body.toPath()).map(key -> {
            String name = key.value().substring(key.value().lastIndexOf('/') + 1);
            String url = urls.urlOf(PhotoRef.stored(key));
            UUID id = UUID.fromString(name.substring(0, name.indexOf('.')));
            return Response.created(URI.create(url)).entity(new Upload(id, url)).build();
        });
    }

    private static void requireBody(File body) {
        if (body.length() > Photos.MAX_BYTES) {
            throw new Rejected(
                    Rejected.Reason.TOO_LARGE,
                    "too_large",
                    "A photo has at most " + Photos.MAX_BYTES / (1024 * 1024) + " MB.",
                    List.of());
        }
    }

    private static PhotoSlot slot(String name) {
        return PhotoSlot.ofWireName(name)
                .orElseThrow(() -> Rejected.invalid("slot", "is one of " + PhotoSlot.allowed()));
    }
}
