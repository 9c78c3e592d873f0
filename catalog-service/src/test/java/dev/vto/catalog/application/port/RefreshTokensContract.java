package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshTokens} does. */
public abstract class RefreshTokensContract {

    private static final Instant LATER = NOW.plus(RefreshToken.GRACE);

    protected abstract Catalog catalog();

    @Test
    void replacesATokenByTheNext() {
        User user = catalog().given(aUser());
        TokenHash first = begin(user);
        TokenHash second = aHash();

        assertThat(rotate(first, second, NOW)).contains(user.id());
        assertThat(rotate(second, aHash(), LATER)).contains(user.id());
    }

    @Test
    void knowsNoTokenThatItDidNotAdd() {
        assertThat(rotate(aHash(), aHash(), NOW)).isEmpty();
    }

    @Test
    void refusesATokenThatHasExpired() {
        TokenHash token = begin(catalog().given(aUser()));

        assertThat(rotate(token, aHash(), NOW.plus(RefreshToken.LIFETIME))).isEmpty();
    }

    @Test
    void keepsBothEndsOfARaceSignedIn() {
        User user = catalog().given(aUser());
        TokenHash raced = begin(user);
        List<TokenHash> successors = List.of(aHash(), aHash());
        List<Uni<Optional<UserId>>> racing = successors.stream()
                .map(next -> catalog().refreshTokens().rotate(raced, next, NOW))
                .toList();

        assertThat(catalog().await(Uni.join().all(racing).andFailFast()))
                .containsExactly(Optional.of(user.id()), Optional.of(user.id()));

        assertThat(successors)
                .allSatisfy(token -> assertThat(rotate(token, aHash(), LATER)).contains(user.id()));
    }

    @Test
    void endsTheFamilyOfATokenThatIsUsedThrice() {
        TokenHash token = begin(catalog().given(aUser()));
        List<TokenHash> successors = List.of(aHash(), aHash());
        successors.forEach(next -> rotate(token, next, NOW));

        assertThat(rotate(token, aHash(), NOW)).isEmpty();

        assertThat(successors)
                .allSatisfy(next -> assertThat(rotate(next, aHash(), NOW)).isEmpty());
    }

    @Test
    void endsTheFamilyOfATokenThatIsUsedAgainTooLate() {
        TokenHash token = begin(catalog().given(aUser()));
        TokenHash next = aHash();
        rotate(token, next, NOW);

        assertThat(rotate(token, aHash(), LATER)).isEmpty();

        assertThat(rotate(next, aHash(), LATER)).isEmpty();
    }

    @Test
    void endsTheFamilyOfATokenWhoseSuccessorWasUsed() {
        TokenHash first = begin(catalog().given(aUser()));
        TokenHash second = aHash();
        TokenHash third = aHash();
        rotate(first, second, NOW);
        rotate(second, third, NOW);

        assertThat(rotate(first, aHash(), NOW)).isEmpty();

        assertThat(rotate(third, aHash(), NOW)).isEmpty();
    }

    @Test
    void neverLeavesATokenOfAFamilyThatEndsWhileItRotates() {
        User user = catalog().given(aUser());
        TokenHash first = begin(user);
        TokenHash current = aHash();
        rotate(first, current, NOW);
        List<TokenHash> successors =
                Stream.generate(RefreshTokensContract::aHash).limit(2).toList();
        List<Uni<Optional<UserId>>> racing = Stream.concat(
                        successors.stream()
                                .map(next -> catalog().refreshTokens().rotate(current, next, LATER)),
                        Stream.of(catalog().refreshTokens().rotate(first, aHash(), LATER)))
                .toList();

        catalog().await(Uni.join().all(racing).andFailFast());

        assertThat(successors)
                .allSatisfy(next -> assertThat(rotate(next, aHash(), LATER)).isEmpty());
    }

    @Test
    void endsOneFamilyOnly() {
        User user = catalog().given(aUser());
        TokenHash phone = begin(user);
        TokenHash laptop = begin(user);

        catalog().await(catalog().refreshTokens().revokeFamily(phone, NOW));
        catalog().await(catalog().refreshTokens().revokeFamily(phone, NOW));
        catalog().await(catalog().refreshTokens().revokeFamily(aHash(), NOW));

        assertThat(rotate(phone, aHash(), NOW)).isEmpty();
        assertThat(rotate(laptop, aHash(), NOW)).contains(user.id());
    }

    @Test
    void endsWithItsUser() {
        User user = catalog().given(aUser());
        TokenHash token = begin(user);

        catalog().delete(user.id());

        assertThat(rotate(token, aHash(), NOW)).isEmpty();
    }

    @Test
    void forgetsExpiredTokensBatchByBatch() {
        User user = catalog().given(aUser());
        for (int i = 0; i < 3; i++) {
            catalog()
                    .await(catalog()
                            .refreshTokens()
                            .add(RefreshToken.first(aHash(), anId(), user.id(), Instant.EPOCH)));
        }

        Instant before = Instant.EPOCH.plus(RefreshToken.LIFETIME).plusSeconds(1);
        assertThat(catalog().await(catalog().refreshTokens().forget(before, 2))).isEqualTo(2);
        assertThat(catalog().await(catalog().refreshTokens().forget(before, 2))).isEqualTo(1);
        assertThat(catalog().await(catalog().refreshTokens().forget(before, 2))).isZero();
    }

    private TokenHash begin(User user) {
        TokenHash hash = aHash();
        catalog().await(catalog().refreshTokens().add(RefreshToken.first(hash, anId(), user.id(), NOW)));
        return hash;
    }

    private Optional<UserId> rotate(TokenHash used, TokenHash next, Instant now) {
        return catalog().await(catalog().refreshTokens().rotate(used, next, now));
    }

    private static TokenHash aHash() {
        return TokenHash.of(anId().toString());
    }
}
