package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** The refresh tokens of sessions, by their hashes. */
public interface RefreshTokens {

    Uni<Void> add(RefreshToken token);

    /**
     * Uses a token as {@link RefreshToken#use} says, one use of a user's tokens after the other.
     *
     * @param next replaces it
     * @return the live user whose token was replaced; empty where it was refused or its family ended
     */
    Uni<Optional<UserId>> rotate(TokenHash used, TokenHash next, Instant now);

    /** Ends the family of a token, if it has one. */
    Uni<Void> revokeFamily(TokenHash member, Instant now);

    /**
     * Forgets tokens that have expired.
     *
     * @return how many, at most {@code most}
     */
    Uni<Integer> forget(Instant expiredBefore, int most);
}
