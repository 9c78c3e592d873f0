package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.IdentityBuilder.anIdentityOf;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.identity.SignedNonces;
import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.MovableClock;
import org.junit.jupiter.api.Test;

class SignInTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final MovableClock clock = new MovableClock(NOW);
    private final Nonces nonces = new SignedNonces("a-secret-that-only-tests-know-0123456789", clock);
    private final FakeVerifier verifier = new FakeVerifier();
    private final SignIn signIn =
            new SignIn(verifier, nonces, catalog.identities(), catalog.users(), Fixtures::anId, clock);
    private final LinkIdentity linkIdentity = new LinkIdentity(verifier, nonces, catalog.identities(), catalog.users());

    @Test
    void makesAUserOfWhoeverComesFirst() {
        Identity identity =
                anIdentityOf(Provider.GOOGLE).email("jiwoo@gmail.com").build();

        User user = signIn(identity);

        assertThat(user.email()).isEqualTo("jiwoo@gmail.com");
        assertThat(user.name()).isEqualTo(identity.name());
        assertThat(user.createdAt()).isEqualTo(NOW);
        assertThat(user.identities()).containsExactly(Provider.GOOGLE);
    }

    @Test
    void findsWhoeverComesAgain() {
        Identity identity = anIdentityOf(Provider.KAKAO).build();

        assertThat(signIn(identity)).isEqualTo(signIn(identity));
    }

    @Test
    void refusesAForeignNonceBeforeItAsksTheProvider() {
        assertRejected(() -> catalog.await(signIn.signIn(Provider.GOOGLE, new Proof("any", "foreign"))))
                .as(Reason.UNAUTHENTICATED, "invalid_nonce");
    }

    @Test
    void refusesANonceThatHasExpired() {
        Proof proof = verifier.proofOf(anIdentityOf(Provider.GOOGLE).build(), nonces.issue());
        clock.move(Nonces.LIFETIME);

        assertRejected(() -> catalog.await(signIn.signIn(Provider.GOOGLE, proof)))
                .as(Reason.UNAUTHENTICATED, "invalid_nonce");
    }

    @Test
    void leavesANonceUnusedWhoseTokenProvesNothing() {
        String nonce = nonces.issue();
        assertRejected(() -> catalog.await(signIn.signIn(Provider.GOOGLE, new Proof("forged", nonce))))
                .as(Reason.UNAUTHENTICATED, "invalid_id_token");

        Proof proof = verifier.proofOf(anIdentityOf(Provider.GOOGLE).build(), nonce);
        assertThat(catalog.await(signIn.signIn(Provider.GOOGLE, proof)).identities())
                .containsExactly(Provider.GOOGLE);
    }

    @Test
    void linksAnotherProvider() {
        User user = signIn(anIdentityOf(Provider.GOOGLE).build());
        Identity kakao = anIdentityOf(Provider.KAKAO).build();

        User linked =
                catalog.await(linkIdentity.link(user.id(), Provider.KAKAO, verifier.proofOf(kakao, nonces.issue())));

        assertThat(linked.identities()).containsExactlyInAnyOrder(Provider.GOOGLE, Provider.KAKAO);
        assertThat(signIn(kakao)).isEqualTo(linked);
    }

    @Test
    void neverWritesTokensIntoTexts() {
        assertThat(new Proof("id-token", "nonce").toString()).doesNotContain("id-token", "nonce");
        assertThat(new Session("access", "refresh", Fixtures.aUser()).toString())
                .doesNotContain("access", "refresh");
    }

    private User signIn(Identity identity) {
        return catalog.await(signIn.signIn(identity.provider(), verifier.proofOf(identity, nonces.issue())));
    }
}
