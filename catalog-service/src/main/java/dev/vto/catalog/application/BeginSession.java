package dev.vto.catalog.application;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.catalog.domain.user.User;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins the session of a person who has shown who they are. */
public final class BeginSession {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Supplier<String> secrets;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** @param secrets makes texts that nobody can guess */
    public BeginSession(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Supplier<String> secrets,
            Supplier<UUID> ids,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Session> begin(User user) {
        String secret = secrets.get();
        RefreshToken first = RefreshToken.first(TokenHash.of(secret), ids.get(), user.id(), clock.instant());
        return refreshTokens.add(first).map(added -> new Session(accessTokens.issue(user.id()), secret, user));
    }
}
