package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CancelJob;
import dev.vto.catalog.application.RetryJob;
import dev.vto.catalog.application.SubmitJob;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Jobs")
public class JobResource {

    private final SubmitJob submitJob;
    private final CancelJob cancelJob;
    private final RetryJob retryJob;
    private final Jobs jobs;
    private final Access access;
    private final MediaUrls urls;
    private final PhotoUrls photoUrls;
    private final Caller caller;

    JobResource(
            SubmitJob submitJob,
            CancelJob cancelJob,
            RetryJob retryJob,
            Jobs jobs,
            Access access,
            MediaUrls urls,
            PhotoUrls photoUrls,
            Caller caller) {
        this.submitJob = submitJob;
        this.cancelJob = cancelJob;
        this.retryJob = retryJob;
        this.jobs = jobs;
        this.access = access;
        this.urls = urls;
        this.photoUrls = photoUrls;
        this.caller = caller;
    }

    /** A page of jobs. */
    @Schema(name = "JobPage")
    record JobPage(List<JobView> items, @Nullable String nextCursor) {}

    @POST
    @Idempotent
    @Path("/projects/{id}/vto-jobs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitJob",
            summary = "Ask for images, a video or a letter",
            description = "Takes an editor. The job waits for its turn; images are made all or nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewJob.class),
                            examples = {
                                @ExampleObject(name = "Images", value = NewJob.IMAGE_EXAMPLE),
                                @ExampleObject(name = "A video", value = NewJob.VIDEO_EXAMPLE),
                                @ExampleObject(name = "A letter", value = NewJob.LETTER_EXAMPLE)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "The job.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> submit(@PathParam("id") String id, String body) {
        ProjectId project = Ids.of("id", id, ProjectId::new);
        return submitJob
                .submit(caller.id(), project, JobBody.read(body, photoUrls))
                .map(this::accepted);
    }

    @GET
    @Path("/projects/{id}/vto-jobs")
    @Operation(
            operationId = "listJobsOfProject",
            summary = "The jobs of a project, newest first",
            description = "status and kind may repeat.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = JobPage.class)))
    public Uni<Response> listOfProject(
            @PathParam("id") String id,
            @QueryParam("status") List<String> statuses,
            @QueryParam("kind") List<String> kinds,
            @BeanParam Paging paging) {
        Jobs.Filter filter = filter(statuses, kinds);
        return access.project(Ids.of("id", id, ProjectId::new), caller.id(), Role.VIEWER)
                .onItem()
                .transformToUni(project -> jobs.listOfProject(project.id(), filter, paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, job -> JobView.of(job, urls))));
    }

    @GET
    @Path("/vto-jobs")
    @Operation(
            operationId = "listJobs",
            summary = "Jobs of the caller's projects, or submitted by the caller, newest first",
            description = "status and kind may repeat.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = JobPage.class)))
    public Uni<Response> list(
            @QueryParam("status") List<String> statuses,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("projectId") @Nullable String projectId,
            @BeanParam Paging paging) {
        Optional<ProjectId> project =
                Optional.ofNullable(projectId).map(text -> Ids.of("projectId", text, ProjectId::new));
        return jobs.listOfUser(caller.id(), project, filter(statuses, kinds), paging.request())
                .map(page -> Answers.ok(Paging.answer(page, job -> JobView.of(job, urls))));
    }

    @GET
    @Path("/vto-jobs/{id}")
    @Operation(operationId = "getJob", summary = "One job", description = "Takes a viewer of its project.")
    @APIResponse(
            responseCode = "200",
            description = "The job.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return jobs.find(Ids.of("id", id, JobId::new), caller.id())
                .map(found -> found.orElseThrow(() -> Rejected.notFound("job")))
                .map(job -> Answers.ok(JobView.of(job, urls)));
    }

    @POST
    @Path("/vto-jobs/{id}/cancel")
    @Operation(
            operationId = "cancelJob",
            summary = "Ask for the end of a job",
            description = "Takes an editor. A job that runs ends when its worker has seen it.")
    @APIResponse(
            responseCode = "202",
            description = "Asked for.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It had ended already.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> cancel(@PathParam("id") String id) {
        return cancelJob.cancel(caller.id(), Ids.of("id", id, JobId::new)).map(outcome -> Response.status(
                        outcome.asked() ? 202 : 200)
                .entity(JobView.of(outcome.job(), urls))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    @POST
    @Idempotent
    @Path("/vto-jobs/{id}/retry")
    @Operation(
            operationId = "retryJob",
            summary = "Ask once more for what a job did not make",
            description =
                    "Takes an editor. A new job with the same spec; its retryOf names the old one, which is FAILED"
                            + " or CANCELED.")
    @APIResponse(
            responseCode = "202",
            description = "The new job.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> retry(@PathParam("id") String id) {
        return retryJob.retry(caller.id(), Ids.of("id", id, JobId::new)).map(this::accepted);
    }

    private Response accepted(Job job) {
        return Response.accepted(JobView.of(job, urls))
                .location(URI.create("/v1/vto-jobs/" + job.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Jobs.Filter filter(List<String> statuses, List<String> kinds) {
        return new Jobs.Filter(set("status", statuses, JobStatus.class), set("kind", kinds, JobKind.class));
    }

    private static <E extends Enum<E>> Set<E> set(String name, List<String> texts, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        List<String> allowed = JsonBody.names(type);
        for (String text : texts) {
            if (!allowed.contains(text)) {
                throw Rejected.invalid(name, "is one of " + String.join(", ", allowed));
            }
            values.add(Enum.valueOf(type, text));
        }
        return values;
    }
}
