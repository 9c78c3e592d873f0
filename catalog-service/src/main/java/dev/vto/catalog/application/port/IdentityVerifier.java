package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import io.smallrye.mutiny.Uni;

/** Asks a provider whether a person is who they say. */
public interface IdentityVerifier {

    /**
     * Verifies what the provider gave the person's device.
     *
     * @param nonce must stand in the token as it is
     * @return fails with {@link dev.vto.catalog.domain.Rejected}: UNAUTHENTICATED where the token proves nothing,
     *     UNAVAILABLE where the provider cannot be asked, NOT_FOUND where this service does not know the provider
     */
    Uni<Identity> verify(Provider provider, String idToken, String nonce);
}
