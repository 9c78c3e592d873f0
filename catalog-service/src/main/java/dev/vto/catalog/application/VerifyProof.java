package dev.vto.catalog.application;

import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import io.smallrye.mutiny.Uni;

/** Finds out who a proof proves, before its nonce is used up. */
final class VerifyProof {

    /** Who it is, and the nonce that goes with it. */
    record Verified(Identity identity, Nonce nonce) {}

    private final IdentityVerifier verifier;
    private final Nonces nonces;

    VerifyProof(IdentityVerifier verifier, Nonces nonces) {
        this.verifier = verifier;
        this.nonces = nonces;
    }

    Uni<Verified> verify(Provider provider, Proof proof) {
        Nonce nonce = nonces.read(proof.nonce()).orElseThrow(Nonce::refused);
        return verifier.verify(provider, proof.idToken(), proof.nonce()).map(identity -> new Verified(identity, nonce));
    }
}
