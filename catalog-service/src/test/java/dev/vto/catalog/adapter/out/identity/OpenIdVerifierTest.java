package dev.vto.catalog.adapter.out.identity;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.fixture.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenIdVerifierTest {

    private static final String NONCE = "a-nonce";
    private static final Duration REFETCH = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock(Instant.now());
    private final FakeIdentityProvider provider = FakeIdentityProvider.start("https://issuer", "our-web-client");
    private final OpenIdVerifier verifier = new OpenIdVerifier(
            Map.of(
                    Provider.GOOGLE,
                    settings(List.of("our-app", "our-web-client")),
                    Provider.KAKAO,
                    settings(List.of())),
            Runnable::run,
            clock);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void tellsWhoATokenIsOf() {
        assertThat(verify(token()).subject()).isEqualTo("person");
    }

    @Test
    void takesEveryIssuerOfTheProvider() {
        assertThat(verify(token().with("iss", "issuer")).subject()).isEqualTo("person");
    }

    @Test
    void takesAnAudienceAmongOthers() {
        assertThat(verify(token().with("aud", List.of("somebody", "our-app"))).subject())
                .isEqualTo("person");
    }

    @Test
    void forgivesClocksThatDifferByAMinute() {
        assertThat(verify(token().issuedIn(50)).subject()).isEqualTo("person");
        assertThat(verify(token().issuedIn(-3600).expiringIn(-50)).subject()).isEqualTo("person");
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("is not valid", IdTokenBuilder::signedByAnotherKey),
                wrong("is not valid", IdTokenBuilder::unsigned),
                wrong("is not valid", IdTokenBuilder::signedByThePublicKeyAsASecret),
                wrong("is of another issuer", token -> token.with("iss", "https://issuer.example")),
                wrong("is not valid", token -> token.without("iss")),
                wrong("is for another audience", token -> token.with("aud", "another-client")),
                wrong("is not valid", token -> token.without("aud")),
                wrong("is not valid", token -> token.without("sub")),
                wrong("has expired", token -> token.issuedIn(-3600).expiringIn(-70)),
                wrong("is not valid", token -> token.without("exp")),
                wrong("was issued in the future", token -> token.issuedIn(90)),
                wrong("is not valid", token -> token.without("iat")),
                wrong("does not carry the nonce", token -> token.without("nonce")),
                wrong("does not carry the nonce", token -> token.with("nonce", "another")));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refusesATokenThatProvesNothing(String reason, UnaryOperator<IdTokenBuilder> spoil) {
        IdTokenBuilder token = spoil.apply(token());

        assertRejected(() -> verify(token))
                .as(Reason.UNAUTHENTICATED, "invalid_id_token")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(token.build());
    }

    @Test
    void refusesWhatIsNoToken() {
        assertRejected(() -> verifier.verify(Provider.GOOGLE, "no.token", NONCE)
                        .await()
                        .indefinitely())
                .as(Reason.UNAUTHENTICATED, "invalid_id_token");
    }

    @Test
    void fetchesTheKeysOnce() {
        verify(token());
        verify(token());

        assertThat(provider.fetches()).isEqualTo(1);
    }

    @Test
    void fetchesTheKeysOnceMoreForAnUnknownKeyAndThenWaits() {
        verify(token());

        for (int i = 0; i < 3; i++) {
            String unknown = "unknown-" + i;
            assertRejected(() -> verify(token().keyId(unknown))).as(Reason.UNAUTHENTICATED, "invalid_id_token");
        }
        assertThat(provider.fetches()).isEqualTo(2);

        clock.move(REFETCH);
        assertRejected(() -> verify(token().keyId("unknown"))).as(Reason.UNAUTHENTICATED, "invalid_id_token");
        assertThat(provider.fetches()).isEqualTo(3);
    }

    @Test
    void followsTheProviderToItsNewKey() {
        verify(token());
        IdTokenBuilder old = token();
        provider.rotate();

        assertThat(verify(token()).subject()).isEqualTo("person");
        assertRejected(() -> verify(old)).as(Reason.UNAUTHENTICATED, "invalid_id_token");
    }

    @ParameterizedTest
    @EnumSource(value = FakeIdentityProvider.Mode.class, names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
    void saysThatTheProviderIsAway(FakeIdentityProvider.Mode mode) {
        provider.become(mode);

        assertRejected(() -> verify(token())).as(Reason.UNAVAILABLE, "identity_provider_unavailable");

        provider.become(FakeIdentityProvider.Mode.ANSWERS);
        clock.move(ProviderKeys.PAUSE_AFTER_FAILURE);
        assertThat(verify(token()).subject()).isEqualTo("person");
    }

    @ParameterizedTest
    @EnumSource(value = FakeIdentityProvider.Mode.class, names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
    void leavesAProviderAloneThatDidNotAnswer(FakeIdentityProvider.Mode mode) {
        provider.become(mode);

        for (int i = 0; i < 3; i++) {
            assertRejected(() -> verify(token())).as(Reason.UNAVAILABLE, "identity_provider_unavailable");
        }

        assertThat(provider.fetches()).isEqualTo(1);
    }

    @Test
    void needsNoProviderForKeysThatItKnows() {
        verify(token());
        provider.become(FakeIdentityProvider.Mode.FAILS);

        assertThat(verify(token()).subject()).isEqualTo("person");
        assertRejected(() -> verify(token().keyId("unknown"))).as(Reason.UNAVAILABLE, "identity_provider_unavailable");
    }

    @Test
    void saysWhichSettingAProviderLacks() {
        assertRejected(() -> verifier.verify(Provider.KAKAO, token().build(), NONCE)
                        .await()
                        .indefinitely())
                .as(Reason.NOT_FOUND, "provider_not_configured")
                .hasMessageContaining("vto.identity.kakao.audiences");
    }

    @Test
    void turnsPeopleAwayWhenTooManyWait() {
        OpenIdVerifier full = new OpenIdVerifier(
                Map.of(Provider.GOOGLE, settings(List.of("our-app"))),
                work -> {
                    throw new RejectedExecutionException("full");
                },
                clock);

        assertRejected(() -> full.verify(Provider.GOOGLE, token().build(), NONCE)
                        .await()
                        .indefinitely())
                .as(Reason.UNAVAILABLE, "identity_provider_unavailable");
    }

    private Identity verify(IdTokenBuilder token) {
        return verifier.verify(Provider.GOOGLE, token.build(), NONCE).await().indefinitely();
    }

    private IdTokenBuilder token() {
        return provider.tokenFor("person", NONCE);
    }

    private ProviderSettings settings(List<String> audiences) {
        return new ProviderSettings(
                List.of("https://issuer", "issuer"), provider.jwksUrl(), audiences, Duration.ofSeconds(3), REFETCH);
    }

    private static Arguments wrong(String reason, UnaryOperator<IdTokenBuilder> spoil) {
        return Arguments.of(reason, spoil);
    }
}
