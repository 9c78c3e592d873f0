package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.DeleteResult;
import dev.vto.catalog.application.ListDeletedResults;
import dev.vto.catalog.application.RestoreResult;
import dev.vto.catalog.application.SelectPicture;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.id.ImageId;
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

/** The images that jobs made. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Images")
public class ImageResource {

    private final SelectPicture<ImageId, Image> selectImage;
    private final DeleteResult<ImageId, Image> deleteImage;
    private final RestoreResult<ImageId, Image> restoreImage;
    private final ListDeletedResults<Image> listDeletedImages;
    private final Results results;
    private final Access access;
    private final MediaUrls urls;
    private final Caller caller;

    ImageResource(
            SelectPicture<ImageId, Image> selectImage,
            DeleteResult<ImageId, Image> deleteImage,
            RestoreResult<ImageId, Image> restoreImage,
            ListDeletedResults<Image> listDeletedImages,
            Results results,
            Access access,
            MediaUrls urls,
            Caller caller) {
        this.selectImage = selectImage;
        this.deleteImage = deleteImage;
        this.restoreImage = restoreImage;
        this.listDeletedImages = listDeletedImages;
        this.results = results;
        this.access = access;
        this.urls = urls;
        this.caller = caller;
    }

    /** A page of images. */
    @Schema(name = "ImagePage")
    record List(java.util.List<ImageView> items, @Nullable String nextCursor) {}

    @GET
    @Path("/projects/{id}/images")
    @Operation(
            operationId = "listImages",
            summary = "The images of a project, newest first",
            description = "With deleted=true those that can be restored, which takes an editor.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = List.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> list(
            @PathParam("id") String id, @BeanParam ResultNarrowing narrowing, @BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        ProjectId project = Ids.of("id", id, ProjectId::new);
        return (paging.ofDeleted()
                        ? listDeletedImages.list(user, project, paging.request())
                        : access.page(project, user, results.images(narrowing.of(project, user), paging.request())))
                .map(page -> Answers.ok(Paging.answer(page, image -> ImageView.of(image, urls))));
    }

    @GET
    @Path("/images/{id}")
    @Operation(
            operationId = "getImage",
            summary = "One image",
            description = "Its url opens without a token until it expires.")
    @APIResponse(
            responseCode = "200",
            description = "The image.",
            content = @Content(schema = @Schema(implementation = ImageView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.image(id(id))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("image")))
                .call(image -> access.projectOf("image", image.projectId(), user, Role.VIEWER))
                .map(this::answer);
    }

    @PATCH
    @Path("/images/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateImage",
            summary = "Select an image, or take that back",
            description = "Takes an editor. The project's counters and the product's imageId follow at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PictureBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The image as it is now.",
            content = @Content(schema = @Schema(implementation = ImageView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        boolean selected = PictureBody.read(body).selected();
        return selectImage
                .select(caller.id(), id(id), selected, IfMatch.of(ifMatch))
                .map(this::answer);
    }

    @DELETE
    @Path("/images/{id}")
    @Operation(
            operationId = "deleteImage",
            summary = "Delete an image",
            description = "Takes an editor. It can be restored until the retention time is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteImage.delete(caller.id(), id(id), IfMatch.of(ifMatch)).map(deleted -> Response.noContent()
                .build());
    }

    @POST
    @Path("/images/{id}/restore")
    @Operation(
            operationId = "restoreImage",
            summary = "Bring a deleted image back",
            description = "Takes an editor. One that is not deleted stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The image, live again.",
            content = @Content(schema = @Schema(implementation = ImageView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    public Uni<Response> restore(@PathParam("id") String id) {
        return restoreImage.restore(caller.id(), id(id)).map(this::answer);
    }

    private Response answer(Image image) {
        return Answers.one(ImageView.of(image, urls), image.picture().version());
    }

    private static ImageId id(String text) {
        return Ids.of("id", text, ImageId::new);
    }
}
