package dev.vto.catalog.adapter.in.rest;

import dev.vto.shared.id.UserId;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, by the access token. */
@RequestScoped
class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    UserId id() {
        return new UserId(UUID.fromString(token.getSubject()));
    }

    /** When the access token is no longer good. */
    Instant expires() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }
}
