package dev.vto.catalog.application;

import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

/** Knows tokens by heart: whose each is, and with which nonce it goes. */
final class FakeVerifier implements IdentityVerifier {

    private record Key(Provider provider, Proof proof) {}

    private final Map<Key, Identity> known = new HashMap<>();

    /** What this person would bring now. */
    Proof proofOf(Identity identity, String nonce) {
        Proof proof = new Proof("token-" + known.size(), nonce);
        known.put(new Key(identity.provider(), proof), identity);
        return proof;
    }

    @Override
    public Uni<Identity> verify(Provider provider, String idToken, String nonce) {
        Identity identity = known.get(new Key(provider, new Proof(idToken, nonce)));
        return identity == null
                ? Uni.createFrom().failure(Rejected.unauthenticated("invalid_id_token", "It proves nothing."))
                : Uni.createFrom().item(identity);
    }
}
