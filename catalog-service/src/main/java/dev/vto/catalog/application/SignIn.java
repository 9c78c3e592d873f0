package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Signs a person in by what a provider says of them; the first time makes a user. */
public final class SignIn {

    private final VerifyProof verifyProof;
    private final Identities identities;
    private final Users users;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public SignIn(
            IdentityVerifier verifier,
            Nonces nonces,
            Identities identities,
            Users users,
            Supplier<UUID> ids,
            Clock clock) {
        this.verifyProof = new VerifyProof(verifier, nonces);
        this.identities = identities;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<User> signIn(Provider provider, Proof proof) {
        return verifyProof
                .verify(provider, proof)
                .onItem()
                .transformToUni(verified -> identities.signIn(
                        verified.identity(),
                        verified.nonce(),
                        verified.identity().newcomer(new UserId(ids.get()), clock.instant())))
                .onItem()
                .transformToUni(users::find)
                .map(found -> found.orElseThrow(() -> Rejected.notFound("user")));
    }
}
