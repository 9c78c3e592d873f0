package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.BeginSession;
import dev.vto.catalog.application.SignIn;
import dev.vto.catalog.application.SignInForDevelopment;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.config.CatalogSettings;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class AuthResource {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int MAX_EMAIL = 254;

    private final Nonces nonces;
    private final SignIn signIn;
    private final SignInForDevelopment signInForDevelopment;
    private final BeginSession beginSession;
    private final MediaUrls urls;
    private final boolean devLogin;

    AuthResource(
            Nonces nonces,
            SignIn signIn,
            SignInForDevelopment signInForDevelopment,
            BeginSession beginSession,
            MediaUrls urls,
            CatalogSettings settings) {
        this.nonces = nonces;
        this.signIn = signIn;
        this.signInForDevelopment = signInForDevelopment;
        this.beginSession = beginSession;
        this.urls = urls;
        this.devLogin = settings.devLogin();
    }

    @Schema(name = "Nonce", description = "A nonce for one sign-in; `expiresIn` is in seconds")
    record NonceView(String nonce, long expiresIn) {}

    @Schema(name = "DevelopmentSignIn")
    record DevelopmentBody(
            @Schema(maxLength = MAX_EMAIL, examples = "seller@example.com") String email,
            @Schema(maxLength = Name.MAX_LENGTH) @Nullable String name) {}

    @POST
    @Path("/nonce")
    @Operation(
            operationId = "issueNonce",
            summary = "Get a nonce",
            description = "Sign-in with Google and Kakao takes one: give it to the provider with the request for an ID "
                    + "token, and send it along with that token. It is good for one sign-in.")
    @APIResponse(
            responseCode = "200",
            description = "A new nonce",
            content = @Content(schema = @Schema(implementation = NonceView.class)))
    public Response nonce() {
        return Answers.ok(new NonceView(nonces.issue(), Nonces.LIFETIME.toSeconds()));
    }

    @POST
    @Path("/google")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signInWithGoogle",
            summary = "Sign in with Google",
            description = "Verifies an ID token of Google and finds or makes the user. The account is known by the "
                    + "token's `sub`, never by an e-mail address.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProofBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
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
    public Uni<Response> google(String body) {
        return signIn(Provider.GOOGLE, body);
    }

    @POST
    @Path("/kakao")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signInWithKakao",
            summary = "Sign in with Kakao",
            description = "Verifies an ID token of Kakao and finds or makes the user. The account is known by the "
                    + "token's `sub`; Kakao's ID token vouches for no e-mail address.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProofBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
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
    public Uni<Response> kakao(String body) {
        return signIn(Provider.KAKAO, body);
    }

    @POST
    @Path("/dev")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signInForDevelopment",
            summary = "Sign in by an e-mail address alone",
            description = "In the local profile only.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DevelopmentBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "404", description = "Not offered here")
    public Uni<Response> dev(String body) {
        if (!devLogin) {
            throw new NotFoundException();
        }
        JsonBody json = JsonBody.parse(body, "email", "name");
        String email = json.requiredText("email", MAX_EMAIL);
        String name = json.text("name", Name.MAX_LENGTH).orElse(null);
        if (!email.isEmpty() && !EMAIL.matcher(email.strip()).matches()) {
            json.error("email", "is an e-mail address");
        }
        json.done();
        return begin(signInForDevelopment.signIn(email, name));
    }

    private Uni<Response> signIn(Provider provider, String body) {
        return begin(signIn.signIn(provider, ProofBody.read(body)));
    }

    private Uni<Response> begin(Uni<User> user) {
        return user.onItem().transformToUni(beginSession::begin).map(session -> SessionView.answer(session, urls));
    }
}
