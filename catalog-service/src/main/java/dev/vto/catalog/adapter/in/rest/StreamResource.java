package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.stream.FollowJob;
import dev.vto.catalog.application.stream.FollowJobs;
import dev.vto.catalog.application.stream.Subscription;
import dev.vto.shared.id.JobId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Streams of job events. */
@Path("/v1")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Authenticated
@Tag(name = "Jobs")
@APIResponse(responseCode = "406", description = "There is no representation of the kind that Accept asks for.")
@APIResponse(
        responseCode = "503",
        description =
                "`no_room_for_streams`: this instance takes no more streams now; Retry-After says when to try again")
public class StreamResource {

    private static final String FORMAT =
            " Server-Sent Events, to be read by fetch with the bearer header. id: where to resume. event: queued, started,"
                    + " progressed, retrying, succeeded, failed or canceled. data: the event's JSON (jobId, projectId,"
                    + " kind, status, attempt, progress, errorCode, imageIds, occurredAt …); what has no meaning for a type"
                    + " is absent. A comment comes where nothing else did for 15 s. The stream ends when the access token"
                    + " does, when the caller may no longer read it, and when the caller does not keep up: come back"
                    + " then with Last-Event-ID. Without gap or repeat the stream goes on after that id; where events"
                    + " after it are no longer kept, event: reset comes first: read anew what you show.";

    private static final String EXAMPLE =
            """
            retry: 2000
            id: 4711

            id: 4712
            event: started
            data: {"jobId": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "IMAGE", "status": "RUNNING", "progress": 0}

            :

            """;

    private final FollowJob followJob;
    private final FollowJobs followJobs;
    private final Caller caller;

    StreamResource(FollowJob followJob, FollowJobs followJobs, Caller caller) {
        this.followJob = followJob;
        this.followJobs = followJobs;
        this.caller = caller;
    }

    @GET
    @Path("/vto-jobs/{id}/events")
    @Operation(
            operationId = "followJob",
            summary = "Follow one job",
            description = "Takes a viewer. Without Last-Event-ID, and after a reset, it begins with event: snapshot,"
                    + " whose data is the Job; what an event tells may be in it already. It ends after succeeded, failed"
                    + " or canceled." + FORMAT)
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "stream", value = EXAMPLE)))
    @APIResponse(
            responseCode = "204",
            description = "The job has ended and the caller has all of its events: do not come back.")
    public Uni<Response> ofJob(
            @PathParam("id") String id,
            @Parameter(description = LastEventId.MEANING) @HeaderParam(LastEventId.HEADER) @Nullable
                    String lastEventId) {
        return followJob
                .follow(caller.id(), Ids.of("id", id, JobId::new), LastEventId.of(lastEventId), caller.expires())
                .map(found -> found.map(StreamResource::stream).orElseGet(() -> Response.noContent()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()));
    }

    @GET
    @Path("/events")
    @Operation(
            operationId = "followJobs",
            summary = "Follow all jobs of the caller's projects, and those submitted by the caller",
            description =
                    "Without Last-Event-ID it begins with what comes next; a first block without data tells the id"
                            + " to resume from." + FORMAT)
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "stream", value = EXAMPLE)))
    public Uni<Response> ofUser(
            @Parameter(description = LastEventId.MEANING) @HeaderParam(LastEventId.HEADER) @Nullable
                    String lastEventId) {
        return followJobs
                .follow(caller.id(), LastEventId.of(lastEventId), caller.expires())
                .map(StreamResource::stream);
    }

    /** Proxies that would hold back what is small are asked not to. */
    private static Response stream(Subscription subscription) {
        return Response.ok(subscription, MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }
}
