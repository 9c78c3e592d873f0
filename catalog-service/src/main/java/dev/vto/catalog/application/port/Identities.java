package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Which user an identity belongs to. The nonce of a sign-in is used up in the same unit of work; one that was used
 * before fails it with {@link dev.vto.catalog.domain.Rejected}. Concurrent first sign-ins of a person make one user. A
 * user takes the address that the provider vouches for, unless another user has it.
 */
public interface Identities {

    /**
     * Finds the live user of this identity, or adds the newcomer.
     *
     * @return whose it is
     */
    Uni<UserId> signIn(Identity identity, Nonce nonce, User newcomer);

    /**
     * Adds the identity to a user; one that the user has already stays.
     *
     * @return fails with a conflict where it is another user's, or the user has another of this provider
     */
    Uni<Void> link(UserId user, Identity identity, Nonce nonce);

    /**
     * Takes an identity from a user, and the address that came with it.
     *
     * @return fails where the user has none of this provider, and with a conflict where it is the last
     */
    Uni<Void> unlink(UserId user, Provider provider);

    /**
     * Forgets nonces that expired before this time.
     *
     * @return how many, at most {@code most}
     */
    Uni<Integer> forgetNonces(Instant expiredBefore, int most);
}
