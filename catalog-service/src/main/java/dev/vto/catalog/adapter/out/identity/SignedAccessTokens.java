package dev.vto.catalog.adapter.out.identity;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.shared.id.UserId;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;

/** JSON Web Tokens, RS256: on JDK 17 they verify some thirty times faster than elliptic ones. */
@ApplicationScoped
class SignedAccessTokens implements AccessTokens {

    static final String ISSUER = "vto";

    private final SigningKeys keys;

    SignedAccessTokens(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String issue(UserId user) {
        SigningKey key = keys.current();
        return Jwt.issuer(ISSUER)
                .subject(user.toString())
                .expiresIn(LIFETIME)
                .jws()
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
