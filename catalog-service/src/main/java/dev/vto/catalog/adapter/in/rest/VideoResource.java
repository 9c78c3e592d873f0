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
import dev.vto.catalog.domain.result.Video;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The videos that jobs made. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Videos")
public class VideoResource {

    private final SelectPicture<VideoId, Video> selectVideo;
    private final DeleteResult<VideoId, Video> deleteVideo;
    private final RestoreResult<VideoId, Video> restoreVideo;
    private final ListDeletedResults<Video> listDeletedVideos;
    private final Results results;
    private final Access access;
    private final MediaUrls urls;
    private final Caller caller;

    VideoResource(
            SelectPicture<VideoId, Video> selectVideo,
            DeleteResult<VideoId, Video> deleteVideo,
            RestoreResult<VideoId, Video> restoreVideo,
            ListDeletedResults<Video> listDeletedVideos,
            Results results,
            Access access,
            MediaUrls urls,
            Caller caller) {
        this.selectVideo = selectVideo;
        this.deleteVideo = deleteVideo;
        this.restoreVideo = restoreVideo;
        this.listDeletedVideos = listDeletedVideos;
        this.results = results;
        this.access = access;
        this.urls = urls;
        this.caller = caller;
    }

    /** A page of videos. */
    @Schema(name = "VideoPage")
    record List(java.util.List<VideoView> items, @Nullable String nextCursor) {}

    @GET
    @Path("/projects/{id}/videos")
    @Operation(
            operationId = "listVideos",
            summary = "The videos of a project, newest first",
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
                        ? listDeletedVideos.list(user, project, paging.request())
                        : access.page(project, user, results.videos(narrowing.of(project, user), paging.request())))
                .map(page -> Answers.ok(Paging.answer(page, video -> VideoView.of(video, urls))));
    }

    @GET
    @Path("/videos/{id}")
    @Operation(
            operationId = "getVideo",
            summary = "One video",
            description = "Its url opens without a token until it expires.")
    @APIResponse(
            responseCode = "200",
            description = "The video.",
            content = @Content(schema = @Schema(implementation = VideoView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.video(id(id))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("video")))
                .call(video -> access.projectOf("video", video.projectId(), user, Role.VIEWER))
                .map(this::answer);
    }

    @PATCH
    @Path("/videos/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateVideo",
            summary = "Select a video, or take that back",
            description = "Takes an editor. The project's counters and the product's videoId follow at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PictureBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The video as it is now.",
            content = @Content(schema = @Schema(implementation = VideoView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        boolean selected = PictureBody.read(body).selected();
        return selectVideo
                .select(caller.id(), id(id), selected, IfMatch.of(ifMatch))
                .map(this::answer);
    }

    @DELETE
    @Path("/videos/{id}")
    @Operation(
            operationId = "deleteVideo",
            summary = "Delete a video",
            description = "Takes an editor. It can be restored until the retention time is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteVideo.delete(caller.id(), id(id), IfMatch.of(ifMatch)).map(deleted -> Response.noContent()
                .build());
    }

    @POST
    @Path("/videos/{id}/restore")
    @Operation(
            operationId = "restoreVideo",
            summary = "Bring a deleted video back",
            description = "Takes an editor. One that is not deleted stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The video, live again.",
            content = @Content(schema = @Schema(implementation = VideoView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    public Uni<Response> restore(@PathParam("id") String id) {
        return restoreVideo.restore(caller.id(), id(id)).map(this::answer);
    }

    private Response answer(Video video) {
        return Answers.one(VideoView.of(video, urls), video.picture().version());
    }

    private static VideoId id(String text) {
        return Ids.of("id", text, VideoId::new);
    }
}
