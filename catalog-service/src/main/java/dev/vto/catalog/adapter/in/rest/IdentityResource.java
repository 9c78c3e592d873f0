package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.LinkIdentity;
import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Provider;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The providers that the caller signs in with. */
@Path("/v1/users/me/identities/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Users")
public class IdentityResource {

    private final LinkIdentity linkIdentity;
    private final Identities identities;
    private final MediaUrls urls;
    private final Caller caller;

    IdentityResource(LinkIdentity linkIdentity, Identities identities, MediaUrls urls, Caller caller) {
        this.linkIdentity = linkIdentity;
        this.identities = identities;
        this.urls = urls;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "linkIdentity",
            summary = "Sign in with one more provider",
            description =
                    "Takes what sign-in with that provider takes. Linking the same account again changes nothing.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProofBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The caller, with the identity",
            content = @Content(schema = @Schema(implementation = UserResource.View.class)))
    @APIResponse(
            responseCode = "409",
            description = "`identity_of_another_user`, or `identity_linked`: another account of this provider is")
    @APIResponse(
            responseCode = "401",
            description = "`invalid_id_token`, `invalid_nonce`: the token or the nonce proves nothing")
    @APIResponse(
            responseCode = "404",
            description = "`provider_not_configured`: sign-in with this provider is not offered here")
    @APIResponse(
            responseCode = "503",
            description =
                    "`identity_provider_unavailable`: the provider does not answer; Retry-After says when to try again")
    public Uni<Response> link(@PathParam("provider") String provider, String body) {
        return linkIdentity
                .link(caller.id(), provider(provider), ProofBody.read(body))
                .map(user -> Answers.one(UserResource.View.of(user, urls), user.version()));
    }

    @DELETE
    @Operation(
            operationId = "unlinkIdentity",
            summary = "No longer sign in with a provider",
            description = "An e-mail address that came with the identity goes with it.")
    @APIResponse(responseCode = "204", description = "The identity is gone")
    @APIResponse(responseCode = "404", description = "No account of this provider is linked")
    @APIResponse(responseCode = "409", description = "`last_identity`: there is no other to sign in with")
    public Uni<Response> unlink(@PathParam("provider") String provider) {
        return identities.unlink(caller.id(), provider(provider)).map(gone -> Response.noContent()
                .build());
    }

    private static Provider provider(String name) {
        return Provider.ofWireName(name)
                .orElseThrow(() -> Rejected.invalid("provider", "is one of " + Provider.allowed()));
    }
}
