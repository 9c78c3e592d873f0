package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.SignInForDevelopment;
import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.config.CatalogSettings;
import dev.vto.catalog.domain.Name;
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

/** Signing in. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int MAX_EMAIL = 254;

    private final SignInForDevelopment signIn;
    private final AccessTokens tokens;
    private final boolean devLogin;

    AuthResource(SignInForDevelopment signIn, AccessTokens tokens, CatalogSettings settings) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.devLogin = settings.devLogin();
    }

    /** @param expiresIn seconds */
    record Session(String accessToken, long expiresIn, UserResource.View user) {}

    @POST
    @Path("/dev")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in by an e-mail address alone; in the local profile only")
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
        return signIn.signIn(email, name).map(this::session).map(Answers::ok);
    }

    private Session session(User user) {
        return new Session(tokens.issue(user.id()), AccessTokens.LIFETIME.toSeconds(), UserResource.View.of(user));
    }
}
