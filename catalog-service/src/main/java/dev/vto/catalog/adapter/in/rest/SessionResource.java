package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.EndSession;
import dev.vto.catalog.application.RefreshSession;
import dev.vto.catalog.application.port.MediaUrls;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staying signed in, and signing out. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class SessionResource {

    private static final int MAX_TOKEN = 512;

    private final RefreshSession refreshSession;
    private final EndSession endSession;
    private final MediaUrls urls;

    SessionResource(RefreshSession refreshSession, EndSession endSession, MediaUrls urls) {
        this.refreshSession = refreshSession;
        this.endSession = endSession;
        this.urls = urls;
    }

    @Schema(name = "RefreshToken")
    record TokenBody(@Schema(required = true, maxLength = MAX_TOKEN) String refreshToken) {}

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "refreshSession",
            summary = "Use a refresh token for a new pair of tokens",
            description =
                    "Each refresh token is used once. The one before is good once more within 10 seconds, so that "
                            + "two requests that race both stay signed in; a later use ends the session everywhere.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "`invalid_refresh_token`: sign in again")
    public Uni<Response> refresh(String body) {
        return refreshSession.refresh(refreshToken(body)).map(session -> SessionView.answer(session, urls));
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the session that this refresh token belongs to; one that has ended is no error. Access "
                    + "tokens run out by themselves within 15 minutes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @APIResponse(responseCode = "204", description = "The session has ended")
    public Uni<Response> logout(String body) {
        return endSession.end(refreshToken(body)).map(ended -> Response.noContent()
                .build());
    }

    private static String refreshToken(String body) {
        JsonBody json = JsonBody.parse(body, "refreshToken");
        String token = json.requiredText("refreshToken", MAX_TOKEN);
        json.done();
        return token;
    }
}
