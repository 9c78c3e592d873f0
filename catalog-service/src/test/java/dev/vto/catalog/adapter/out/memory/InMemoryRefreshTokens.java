package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens in a map. */
public final class InMemoryRefreshTokens implements RefreshTokens {

    private final InMemoryUsers users;
    private final Map<TokenHash, RefreshToken> tokens = new HashMap<>();
    private final Map<TokenHash, TokenHash> successors = new HashMap<>();

    InMemoryRefreshTokens(InMemoryUsers users) {
        this.users = users;
    }

    @Override
    public Uni<Void> add(RefreshToken token) {
        return Uni.createFrom().voidItem().invoke(() -> put(token));
    }

    @Override
    public Uni<Optional<UserId>> rotate(TokenHash used, TokenHash next, Instant now) {
        return Uni.createFrom().item(() -> rotateNow(used, next, now));
    }

    @Override
    public Uni<Void> revokeFamily(TokenHash member, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> find(member)
                .ifPresent(token -> revokeNow(token.family(), now)));
    }

    @Override
    public synchronized Uni<Integer> forget(Instant expiredBefore, int most) {
        List<TokenHash> expired = tokens.values().stream()
                .filter(token -> token.expiresAt().isBefore(expiredBefore))
                .map(RefreshToken::hash)
                .limit(most)
                .toList();
        expired.forEach(tokens::remove);
        return Uni.createFrom().item(expired.size());
    }

    private synchronized Optional<UserId> rotateNow(TokenHash used, TokenHash next, Instant now) {
        Optional<RefreshToken> known =
                find(used).filter(token -> users.live(token.user()).isPresent());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        RefreshToken token = known.get();
        switch (token.use(now)) {
            case ROTATE -> {
                successors.put(used, next);
                put(rotated(token, now, null));
            }
            case ROTATE_ONCE_MORE -> put(rotated(token, token.rotatedAt(), now));
            case REVOKE_FAMILY -> {
                revokeNow(token.family(), now);
                return Optional.empty();
            }
            case REFUSE -> {
                return Optional.empty();
            }
        }
        put(token.successor(next, now));
        return Optional.of(token.user());
    }

    private synchronized void put(RefreshToken token) {
        tokens.put(token.hash(), token);
    }

    private synchronized Optional<RefreshToken> find(TokenHash hash) {
        boolean successorRotated = Optional.ofNullable(successors.get(hash))
                .map(tokens::get)
                .map(successor -> successor.rotatedAt() != null)
                .orElse(false);
        return Optional.ofNullable(tokens.get(hash))
                .map(token -> new RefreshToken(
                        token.hash(),
                        token.family(),
                        token.user(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.rotatedAt(),
                        successorRotated,
                        token.reusedAt(),
                        token.revokedAt()));
    }

    private synchronized void revokeNow(UUID family, Instant now) {
        tokens.replaceAll((hash, token) -> token.family().equals(family)
                ? new RefreshToken(
                        hash,
                        family,
                        token.user(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.rotatedAt(),
                        token.successorRotated(),
                        token.reusedAt(),
                        now)
                : token);
    }

    private static RefreshToken rotated(RefreshToken token, Instant rotatedAt, Instant reusedAt) {
        return new RefreshToken(
                token.hash(),
                token.family(),
                token.user(),
                token.createdAt(),
                token.expiresAt(),
                rotatedAt,
                token.successorRotated(),
                reusedAt,
                token.revokedAt());
    }
}
