package dev.vto.catalog.adapter.out.identity;

import dev.vto.shared.id.UserId;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Tokens that were good an hour ago. */
@ApplicationScoped
public class ExpiredTokens {

    private static final Duration AGO = Duration.ofHours(1);

    private final SigningKeys keys;

    ExpiredTokens(SigningKeys keys) {
        this.keys = keys;
    }

    public String of(UserId user) {
        SigningKey key = keys.current();
        Instant expiry = Instant.now().minus(AGO);
        return Jwt.issuer(SignedAccessTokens.ISSUER)
                .subject(user.toString())
                .issuedAt(expiry.minus(AGO))
                .expiresAt(expiry)
                .jws()
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
