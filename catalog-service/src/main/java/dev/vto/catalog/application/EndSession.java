package dev.vto.catalog.application;

import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.domain.session.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Signs a person out: every refresh token of this sign-in ends. One that has ended, or never was, is no error. */
public final class EndSession {

    private final RefreshTokens refreshTokens;
    private final Clock clock;

    public EndSession(RefreshTokens refreshTokens, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    public Uni<Void> end(String refreshToken) {
        return refreshTokens.revokeFamily(TokenHash.of(refreshToken), clock.instant());
    }
}
