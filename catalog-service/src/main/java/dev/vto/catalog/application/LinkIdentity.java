package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Lets a user sign in with one more provider. */
public final class LinkIdentity {

    private final VerifyProof verifyProof;
    private final Identities identities;
    private final Users users;

    public LinkIdentity(IdentityVerifier verifier, Nonces nonces, Identities identities, Users users) {
        this.verifyProof = new VerifyProof(verifier, nonces);
        this.identities = identities;
        this.users = users;
    }

    public Uni<User> link(UserId user, Provider provider, Proof proof) {
        return verifyProof
                .verify(provider, proof)
                .onItem()
                .transformToUni(verified -> identities.link(user, verified.identity(), verified.nonce()))
                .chain(() -> users.find(user))
                .map(found -> found.orElseThrow(User::isClosed));
    }
}
