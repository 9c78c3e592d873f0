package dev.vto.catalog.application;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.session.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes on with a session: a refresh token is used up for a new pair. */
public final class RefreshSession {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Users users;
    private final Supplier<String> secrets;
    private final Clock clock;

    /** @param secrets makes texts that nobody can guess */
    public RefreshSession(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Users users,
            Supplier<String> secrets,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Uni<Session> refresh(String refreshToken) {
        String next = secrets.get();
        return refreshTokens
                .rotate(TokenHash.of(refreshToken), TokenHash.of(next), clock.instant())
                .onItem()
                .transformToUni(owner -> users.find(found(owner)))
                .map(RefreshSession::found)
                .map(user -> new Session(accessTokens.issue(user.id()), next, user));
    }

    private static <T> T found(Optional<T> something) {
        return something.orElseThrow(() -> Rejected.unauthenticated(
                "invalid_refresh_token",
                "The refresh token is unknown, has expired, was used before or its session has ended; sign in again."));
    }
}
