package dev.vto.catalog.domain.session;

import dev.vto.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One token in a chain that began with a sign-in, its family. Each use replaces it. One that is used after it was
 * replaced has been copied, unless two requests of its owner raced.
 *
 * @param rotatedAt when it was replaced
 * @param successorRotated whether what replaced it was itself replaced
 * @param reusedAt when it was used once more, by the loser of a race
 */
public record RefreshToken(
        TokenHash hash,
        UUID family,
        UserId user,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        boolean successorRotated,
        @Nullable Instant reusedAt,
        @Nullable Instant revokedAt) {

    public static final Duration LIFETIME = Duration.ofDays(30);

    /** How long the loser of a race may still use the token that the winner replaced. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** What becomes of a token that is used. */
    public enum Use {
        /** It is replaced. */
        ROTATE,
        /** It had been replaced just now; the loser of the race gets a successor of its own. */
        ROTATE_ONCE_MORE,
        /** It had been replaced before, so somebody has a copy: its family ends. */
        REVOKE_FAMILY,
        /** It has expired or been revoked. */
        REFUSE
    }

    /** The first token of a new family. */
    public static RefreshToken first(TokenHash hash, UUID family, UserId user, Instant now) {
        return new RefreshToken(hash, family, user, now, now.plus(LIFETIME), null, false, null, null);
    }

    public RefreshToken successor(TokenHash next, Instant now) {
        return first(next, family, user, now);
    }

    public Use use(Instant now) {
        if (revokedAt != null || !now.isBefore(expiresAt)) {
            return Use.REFUSE;
        }
        if (rotatedAt == null) {
            return Use.ROTATE;
        }
        boolean racing = reusedAt == null && !successorRotated && now.isBefore(rotatedAt.plus(GRACE));
        return racing ? Use.ROTATE_ONCE_MORE : Use.REVOKE_FAMILY;
    }
}
