package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.identity.RandomTokens;
import dev.vto.catalog.adapter.out.memory.InMemoryAccessTokens;
import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    private final MovableClock clock = new MovableClock(NOW);
    private final RandomTokens secrets = new RandomTokens();
    private final BeginSession beginSession =
            new BeginSession(accessTokens, catalog.refreshTokens(), secrets, Fixtures::anId, clock);
    private final RefreshSession refreshSession =
            new RefreshSession(accessTokens, catalog.refreshTokens(), catalog.users(), secrets, clock);
    private final EndSession endSession = new EndSession(catalog.refreshTokens(), clock);

    private final User user = catalog.given(aUser());

    @Test
    void isOfTheUserWhoBeganIt() {
        Session session = begin();

        assertThat(session.user()).isEqualTo(user);
        assertThat(accessTokens.bearerOf(session.accessToken())).isEqualTo(user.id());
    }

    @Test
    void goesOnAsLongAsItIsUsed() {
        Session session = begin();
        for (int month = 0; month < 3; month++) {
            clock.move(RefreshToken.LIFETIME.minusSeconds(1));
            Session next = refresh(session.refreshToken());
            assertThat(next.refreshToken()).isNotEqualTo(session.refreshToken());
            assertThat(accessTokens.bearerOf(next.accessToken())).isEqualTo(user.id());
            session = next;
        }
    }

    @Test
    void endsWhenNobodyUsesIt() {
        Session session = begin();

        clock.move(RefreshToken.LIFETIME);

        assertEnded(session);
    }

    @Test
    void survivesARace() {
        Session session = begin();

        Session winner = refresh(session.refreshToken());
        clock.move(RefreshToken.GRACE.minusSeconds(1));
        Session loser = refresh(session.refreshToken());

        clock.move(Duration.ofMinutes(15));
        assertThat(refresh(winner.refreshToken()).user()).isEqualTo(user);
        assertThat(refresh(loser.refreshToken()).user()).isEqualTo(user);
    }

    @Test
    void endsForEveryoneWhenATokenWasCopied() {
        Session session = begin();
        Session thief = refresh(session.refreshToken());
        clock.move(RefreshToken.GRACE);

        assertEnded(session);
        assertEnded(thief);
    }

    @Test
    void endsWhenThePersonSignsOut() {
        Session session = begin();
        Session elsewhere = begin();
        Session next = refresh(session.refreshToken());

        catalog.await(endSession.end(session.refreshToken()));
        catalog.await(endSession.end(session.refreshToken()));

        assertEnded(next);
        assertThat(refresh(elsewhere.refreshToken()).user()).isEqualTo(user);
    }

    @Test
    void isForgottenSomeTimeAfterItsEnd() {
        begin();
        PruneSignIns prune = new PruneSignIns(catalog.identities(), catalog.refreshTokens(), 1, clock);

        clock.move(RefreshToken.LIFETIME.plus(Duration.ofHours(2)));
        catalog.await(prune.prune());

        assertThat(catalog.await(catalog.refreshTokens().forget(clock.instant(), 10)))
                .isZero();
    }

    private Session begin() {
        return catalog.await(beginSession.begin(user));
    }

    private Session refresh(String token) {
        return catalog.await(refreshSession.refresh(token));
    }

    private void assertEnded(Session session) {
        assertRejected(() -> refresh(session.refreshToken())).as(Reason.UNAUTHENTICATED, "invalid_refresh_token");
    }
}
