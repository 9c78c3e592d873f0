package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Session;
import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.MediaUrls;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person who has signed in gets. */
@Schema(
        name = "Session",
        description =
                "Tokens of a person who has signed in. `expiresIn` is the access token's, in seconds; each refresh "
                        + "token is good for one use within 30 days")
record SessionView(String accessToken, long expiresIn, String refreshToken, UserResource.View user) {

    static Response answer(Session session, MediaUrls urls) {
        return Answers.ok(new SessionView(
                session.accessToken(),
                AccessTokens.LIFETIME.toSeconds(),
                session.refreshToken(),
                UserResource.View.of(session.user(), urls)));
    }
}
