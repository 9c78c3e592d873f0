package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What jobs made: images, videos, letters. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ResultResource {

    private final Results results;
    private final Access access;
    private final MediaUrls urls;
    private final Caller caller;

    ResultResource(Results results, Access access, MediaUrls urls, Caller caller) {
        this.results = results;
        this.access = access;
        this.urls = urls;
        this.caller = caller;
    }

    /** What a list of results is narrowed to. */
    public static class Narrowing {

        @QueryParam("productId")
        @Nullable
        String productId;

        @QueryParam("jobId")
        @Nullable
        String jobId;

        /** {@code true} or {@code false}. */
        @QueryParam("selected")
        @Nullable
        String selected;

        Results.Filter of(Project project) {
            return new Results.Filter(
                    project.id(),
                    Optional.ofNullable(productId).map(text -> Ids.of("productId", text, ProductId::new)),
                    Optional.ofNullable(jobId).map(text -> Ids.of("jobId", text, JobId::new)),
                    Optional.ofNullable(selected).map(Narrowing::flag));
        }

        private static Boolean flag(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw Rejected.invalid("selected", "is true or false");
            };
        }
    }

    @GET
    @Path("/projects/{id}/images")
    @Operation(summary = "The images of a project, newest first")
    public Uni<Response> images(@PathParam("id") String id, @BeanParam Narrowing narrowing, @BeanParam Paging paging) {
        return project(id)
                .onItem()
                .transformToUni(project -> results.images(narrowing.of(project), paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, image -> ResultView.of(image, urls))));
    }

    @GET
    @Path("/images/{id}")
    @Operation(summary = "One image")
    public Uni<Response> image(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.image(Ids.of("id", id, ImageId::new))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("image")))
                .call(image -> access.projectOf("image", image.projectId(), user, Role.VIEWER))
                .map(image ->
                        Answers.one(ResultView.of(image, urls), image.picture().version()));
    }

    @GET
    @Path("/projects/{id}/videos")
    @Operation(summary = "The videos of a project, newest first")
    public Uni<Response> videos(@PathParam("id") String id, @BeanParam Narrowing narrowing, @BeanParam Paging paging) {
        return project(id)
                .onItem()
                .transformToUni(project -> results.videos(narrowing.of(project), paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, video -> ResultView.of(video, urls))));
    }

    @GET
    @Path("/videos/{id}")
    @Operation(summary = "One video")
    public Uni<Response> video(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.video(Ids.of("id", id, VideoId::new))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("video")))
                .call(video -> access.projectOf("video", video.projectId(), user, Role.VIEWER))
                .map(video ->
                        Answers.one(ResultView.of(video, urls), video.picture().version()));
    }

    @GET
    @Path("/projects/{id}/letters")
    @Operation(summary = "The letters of a project, newest first")
    public Uni<Response> letters(@PathParam("id") String id, @BeanParam Paging paging) {
        return project(id)
                .onItem()
                .transformToUni(project -> results.letters(project.id(), paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, ResultView.LetterView::of)));
    }

    @GET
    @Path("/letters/{id}")
    @Operation(summary = "One letter")
    public Uni<Response> letter(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.letter(Ids.of("id", id, LetterId::new))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("letter")))
                .call(letter -> access.projectOf("letter", letter.projectId(), user, Role.VIEWER))
                .map(letter -> Answers.one(ResultView.LetterView.of(letter), letter.version()));
    }

    private Uni<Project> project(String id) {
        return access.project(Ids.of("id", id, ProjectId::new), caller.id(), Role.VIEWER);
    }
}
