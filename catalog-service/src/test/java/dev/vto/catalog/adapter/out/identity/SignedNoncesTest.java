package dev.vto.catalog.adapter.out.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.MovableClock;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoncesTest {

    private static final String SECRET = "a-secret-that-only-tests-know-0123456789";

    private final MovableClock clock = new MovableClock(Fixtures.NOW);
    private final Nonces nonces = new SignedNonces(SECRET, clock);

    @Test
    void knowsItsOwnOnEveryInstance() {
        String issued = nonces.issue();

        assertThat(new SignedNonces(SECRET, clock).read(issued))
                .contains(new Nonce(
                        TokenHash.of(issued), Fixtures.NOW.plus(Nonces.LIFETIME).truncatedTo(ChronoUnit.SECONDS)));
    }

    @Test
    void issuesNoneTwice() {
        assertThat(nonces.issue()).isNotEqualTo(nonces.issue());
    }

    @Test
    void forgetsThoseWhoseTimeHasPassed() {
        String issued = nonces.issue();

        clock.move(Nonces.LIFETIME);

        assertThat(nonces.read(issued)).isEmpty();
    }

    @Test
    void knowsNoneThatAnotherSecretSigned() {
        String other = new SignedNonces(SECRET + "!", clock).issue();

        assertThat(nonces.read(other)).isEmpty();
    }

    @Test
    void knowsNoneThatWasChanged() {
        String issued = nonces.issue();
        String changed = (issued.startsWith("A") ? "B" : "A") + issued.substring(1);

        assertThat(nonces.read(changed)).isEmpty();
        assertThat(nonces.read(issued + "=")).isEmpty();
        assertThat(nonces.read(issued + "==")).isEmpty();
        assertThat(nonces.read(issued.substring(0, issued.length() - 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonce", "ümlaut", "AAAA"})
    void knowsNoOtherText(String text) {
        assertThat(nonces.read(text)).isEmpty();
    }
}
