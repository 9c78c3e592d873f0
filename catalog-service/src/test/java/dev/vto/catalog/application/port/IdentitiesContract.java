package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.IdentityBuilder.anIdentityOf;
import static dev.vto.catalog.fixture.IdentityBuilder.newcomer;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.IdentityBuilder;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Identities} does. */
public abstract class IdentitiesContract {

    protected abstract Catalog catalog();

    @Test
    void makesAUserAtTheFirstSignIn() {
        Identity identity = anIdentityOf(Provider.GOOGLE).email(anEmail()).build();
        User newcomer = newcomer(identity);

        UserId id = catalog().await(identities().signIn(identity, aNonce(), newcomer));

        assertThat(user(id)).isEqualTo(newcomer);
    }

    @Test
    void findsTheUserAtTheNext() {
        Identity identity = anIdentityOf(Provider.KAKAO).build();

        UserId first = signIn(identity);
        UserId second = signIn(identity);

        assertThat(second).isEqualTo(first);
        assertThat(user(first).identities()).containsExactly(Provider.KAKAO);
    }

    @Test
    void tellsTheSubjectsOfTwoProvidersApart() {
        String subject = anId().toString();

        UserId google = signIn(anIdentityOf(Provider.GOOGLE).subject(subject).build());
        UserId kakao = signIn(anIdentityOf(Provider.KAKAO).subject(subject).build());

        assertThat(google).isNotEqualTo(kakao);
    }

    @Test
    void makesANewUserAfterTheFirstWasDeleted() {
        Identity identity = anIdentityOf(Provider.GOOGLE).build();
        UserId deleted = signIn(identity);
        catalog().delete(deleted);

        assertThat(signIn(identity)).isNotEqualTo(deleted);
    }

    @Test
    void agreesOnOneUserWhenAPersonSignsInManyTimesAtOnce() {
        Identity identity = anIdentityOf(Provider.GOOGLE).email(anEmail()).build();
        List<Uni<UserId>> signingIn = Stream.generate(() -> identities().signIn(identity, aNonce(), newcomer(identity)))
                .limit(8)
                .toList();

        List<UserId> signedIn = catalog().await(Uni.join().all(signingIn).andFailFast());

        assertThat(signedIn).containsOnly(signedIn.get(0));
    }

    @Test
    void givesAnAddressToNoSecondPerson() {
        String email = anEmail();
        UserId first = signIn(anIdentityOf(Provider.GOOGLE).email(email).build());
        UserId second = signIn(anIdentityOf(Provider.GOOGLE).email(email).build());

        assertThat(user(first).email()).isEqualTo(email);
        assertThat(second).isNotEqualTo(first);
        assertThat(user(second).email()).isNull();
    }

    @Test
    void givesAnAddressToOneOfTwoPersonsWhoComeAtOnce() {
        String email = anEmail();
        List<Uni<UserId>> signingIn = Stream.generate(
                        () -> anIdentityOf(Provider.GOOGLE).email(email).build())
                .limit(4)
                .map(identity -> identities().signIn(identity, aNonce(), newcomer(identity)))
                .toList();

        List<UserId> signedIn = catalog().await(Uni.join().all(signingIn).andFailFast());

        assertThat(signedIn).doesNotHaveDuplicates();
        assertThat(signedIn.stream().filter(id -> email.equals(user(id).email())))
                .hasSize(1);
    }

    @Test
    void takesTheAddressThatTheProviderVouchesForNow() {
        IdentityBuilder person = anIdentityOf(Provider.GOOGLE).email(anEmail());
        UserId id = signIn(person.build());
        String newEmail = anEmail();

        signIn(person.email(newEmail).build());
        assertThat(user(id).email()).isEqualTo(newEmail);

        signIn(person.email(null).build());
        assertThat(user(id).email()).isEqualTo(newEmail);
    }

    @Test
    void takesANonceOnce() {
        Nonce nonce = aNonce();
        Identity identity = anIdentityOf(Provider.GOOGLE).build();
        catalog().await(identities().signIn(identity, nonce, newcomer(identity)));

        assertRejected(() -> catalog().await(identities().signIn(identity, nonce, newcomer(identity))))
                .as(Reason.UNAUTHENTICATED, "invalid_nonce");
    }

    @Test
    void forgetsExpiredNoncesBatchByBatch() {
        Instant longAgo = Instant.EPOCH;
        Identity identity = anIdentityOf(Provider.GOOGLE).build();
        for (int i = 0; i < 3; i++) {
            Nonce nonce = new Nonce(TokenHash.of(anId().toString()), longAgo);
            catalog().await(identities().signIn(identity, nonce, newcomer(identity)));
        }

        Instant before = longAgo.plusSeconds(1);
        assertThat(catalog().await(identities().forgetNonces(before, 2))).isEqualTo(2);
        assertThat(catalog().await(identities().forgetNonces(before, 2))).isEqualTo(1);
        assertThat(catalog().await(identities().forgetNonces(before, 2))).isZero();
    }

    @Test
    void linksAnIdentityByWhichTheUserThenSignsIn() {
        UserId user = signIn(anIdentityOf(Provider.GOOGLE).build());
        Identity kakao = anIdentityOf(Provider.KAKAO).build();

        link(user, kakao);
        link(user, kakao);

        assertThat(signIn(kakao)).isEqualTo(user);
        assertThat(user(user).identities()).containsExactlyInAnyOrder(Provider.GOOGLE, Provider.KAKAO);
        assertThat(user(user).version()).isEqualTo(1);
    }

    @Test
    void linksNoIdentityOfAnotherUser() {
        Identity taken = anIdentityOf(Provider.KAKAO).build();
        UserId owner = signIn(taken);
        UserId user = signIn(anIdentityOf(Provider.GOOGLE).build());

        assertRejected(() -> link(user, taken)).as(Reason.CONFLICT, "identity_of_another_user");

        assertThat(signIn(taken)).isEqualTo(owner);
    }

    @Test
    void linksNoSecondIdentityOfOneProvider() {
        UserId user = signIn(anIdentityOf(Provider.GOOGLE).build());

        assertRejected(() -> link(user, anIdentityOf(Provider.GOOGLE).build())).as(Reason.CONFLICT, "identity_linked");
    }

    @Test
    void unlinksAnIdentityAndTheAddressThatCameWithIt() {
        UserId user = signIn(anIdentityOf(Provider.KAKAO).build());
        Identity google = anIdentityOf(Provider.GOOGLE).email(anEmail()).build();
        link(user, google);
        assertThat(user(user).email()).isEqualTo(google.email());

        catalog().await(identities().unlink(user, Provider.GOOGLE));

        assertThat(user(user).email()).isNull();
        assertThat(user(user).identities()).containsExactly(Provider.KAKAO);
        assertThat(signIn(google)).isNotEqualTo(user);
    }

    @Test
    void leavesTheLastIdentity() {
        UserId user = signIn(anIdentityOf(Provider.KAKAO).build());

        assertRejected(() -> catalog().await(identities().unlink(user, Provider.KAKAO)))
                .as(Reason.CONFLICT, "last_identity");
    }

    @Test
    void leavesOneIdentityWhenBothAreUnlinkedAtOnce() {
        UserId user = signIn(anIdentityOf(Provider.GOOGLE).build());
        link(user, anIdentityOf(Provider.KAKAO).build());

        assertRejected(() -> catalog()
                        .await(Uni.join()
                                .all(
                                        identities().unlink(user, Provider.GOOGLE),
                                        identities().unlink(user, Provider.KAKAO))
                                .andFailFast()))
                .as(Reason.CONFLICT, "last_identity");

        assertThat(user(user).identities()).hasSize(1);
    }

    @Test
    void unlinksNothingThatIsNotLinked() {
        User user = catalog().given(aUser());

        assertRejected(() -> catalog().await(identities().unlink(user.id(), Provider.GOOGLE)))
                .as(Reason.NOT_FOUND, "not_found");
    }

    @Test
    void changesNothingOfAClosedAccount() {
        UserId closed = catalog().given(aUser()).id();
        catalog().delete(closed);

        assertRejected(() -> link(closed, anIdentityOf(Provider.GOOGLE).build()))
                .as(Reason.UNAUTHENTICATED, "unauthorized");
        assertRejected(() -> catalog().await(identities().unlink(closed, Provider.GOOGLE)))
                .as(Reason.UNAUTHENTICATED, "unauthorized");
    }

    private Identities identities() {
        return catalog().identities();
    }

    private UserId signIn(Identity identity) {
        return catalog().await(identities().signIn(identity, aNonce(), newcomer(identity)));
    }

    private void link(UserId user, Identity identity) {
        catalog().await(identities().link(user, identity, aNonce()));
    }

    private User user(UserId id) {
        return catalog().await(catalog().users().find(id)).orElseThrow();
    }

    private static Nonce aNonce() {
        return new Nonce(TokenHash.of(anId().toString()), NOW.plus(Duration.ofDays(365)));
    }

    private static String anEmail() {
        return anId() + "@gmail.com";
    }
}
