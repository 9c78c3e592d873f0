package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.ChangeShare;
import dev.vto.catalog.application.EndShare;
import dev.vto.catalog.application.ShareProject;
import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** With whom a project is shared. */
@Path("/v1/projects/{id}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
@Tag(name = "Shares")
public class ShareResource {

    private static final int MAX_EMAIL = 254;
    private static final java.util.List<String> ROLES = java.util.List.of(Role.VIEWER.name(), Role.EDITOR.name());

    private final ShareProject shareProject;
    private final ChangeShare changeShare;
    private final EndShare endShare;
    private final Shares shares;
    private final Access access;
    private final Caller caller;

    ShareResource(
            ShareProject shareProject,
            ChangeShare changeShare,
            EndShare endShare,
            Shares shares,
            Access access,
            Caller caller) {
        this.shareProject = shareProject;
        this.changeShare = changeShare;
        this.endShare = endShare;
        this.shares = shares;
        this.access = access;
        this.caller = caller;
    }

    @Schema(name = "NewShare")
    record NewBody(
            @Schema(required = true, maxLength = MAX_EMAIL, examples = "jiwoo@example.com") String email,
            @Schema(
                            required = true,
                            enumeration = {"VIEWER", "EDITOR"})
                    String role) {}

    @Schema(name = "ShareChange")
    record RoleBody(
            @Schema(
                            required = true,
                            enumeration = {"VIEWER", "EDITOR"})
                    String role) {}

    @Schema(name = "Share")
    record View(UUID userId, @Nullable String name, Role role) {

        static View of(SharedWith share) {
            return new View(share.userId().value(), share.name(), share.role());
        }
    }

    @Schema(name = "ShareList")
    record List(java.util.List<View> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "shareProject",
            summary = "Share a project with another user",
            description = "The owner's. The user is named by e-mail address; sharing again changes the role.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Shared.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was shared with this user before; the role is the new one.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> share(@PathParam("id") String id, String body) {
        ProjectId project = Ids.of("id", id, ProjectId::new);
        JsonBody json = JsonBody.parse(body, "email", "role");
        String email = json.requiredText("email", MAX_EMAIL);
        Role role = role(json);
        json.done();
        return shareProject.share(caller.id(), project, email, role).map(outcome -> {
            View view = View.of(outcome.share());
            URI location = URI.create("/v1/projects/" + project + "/shares/" + view.userId());
            Response.ResponseBuilder answer = outcome.added() ? Response.created(location) : Response.ok();
            return answer.entity(view)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listShares",
            summary = "With whom a project is shared",
            description = "The owner's. In the order of sharing, all at once.")
    @APIResponse(
            responseCode = "200",
            description = "All shares.",
            content = @Content(schema = @Schema(implementation = List.class)))
    public Uni<Response> list(@PathParam("id") String id) {
        return access.project(Ids.of("id", id, ProjectId::new), caller.id(), Role.OWNER)
                .flatMap(project -> shares.list(project.id()))
                .map(all -> Answers.ok(new List(all.stream().map(View::of).toList())));
    }

    @PUT
    @Path("/{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateShare",
            summary = "Give a user another role in a project",
            description = "The owner's.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RoleBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The share as it is now.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> change(@PathParam("id") String id, @PathParam("userId") String userId, String body) {
        JsonBody json = JsonBody.parse(body, "role");
        Role role = role(json);
        json.done();
        return changeShare
                .change(caller.id(), Ids.of("id", id, ProjectId::new), Ids.of("userId", userId, UserId::new), role)
                .map(share -> Answers.ok(View.of(share)));
    }

    @DELETE
    @Path("/{userId}")
    @Operation(
            operationId = "deleteShare",
            summary = "End the sharing of a project with a user",
            description = "The owner's; and whoever it is shared with may leave.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Uni<Response> end(@PathParam("id") String id, @PathParam("userId") String userId) {
        return endShare.end(caller.id(), Ids.of("id", id, ProjectId::new), Ids.of("userId", userId, UserId::new))
                .map(ended -> Response.noContent().build());
    }

    private static Role role(JsonBody json) {
        return json.required("role", json.oneOf("role", ROLES, Role::valueOf)).orElse(Role.VIEWER);
    }
}
