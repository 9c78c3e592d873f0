package dev.vto.catalog.adapter.out.identity;

import dev.vto.shared.id.UserId;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Tokens that expire when a test says. */
@ApplicationScoped
public class ExpiredTokens {

    private static final Duration AGO = Duration.ofHours(1);

    private final SigningKeys keys;

    ExpiredTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** One that was good an hour ago. */
    public String of(UserId user) {
        return of(user, Instant.now().minus(AGO));
    }

    public String of(UserId user, Instant expiry) {
        SigningKey key = keys.current();
        return Jwt.issuer(SignedAccessTokens.ISSUER)
                .subject(user.toString())
                .issuedAt(expiry.minus(AGO))
                .expiresAt(expiry)
                .jws()
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
