package dev.vto.catalog.adapter.out.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.AccessTokensContract;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.MovableClock;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SignedAccessTokensTest extends AccessTokensContract {

    @Inject
    AccessTokens tokens;

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    SigningKeys keys;

    @TempDir
    Path folder;

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }

    @Override
    protected UserId bearerOf(String token) {
        try {
            return new UserId(UUID.fromString(verifier.parse(token, null).getSubject()));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lastsAsLongAsItSays() throws ParseException {
        JWTCallerPrincipal parsed = verifier.parse(tokens.issue(Fixtures.aUserId()), null);

        assertThat(parsed.getExpirationTime() - parsed.getIssuedAtTime()).isEqualTo(AccessTokens.LIFETIME.toSeconds());
    }

    @Test
    void isRefusedOnceItsTimeHasPassed() {
        assertRefused(sign(
                claims().issuedAt(Instant.EPOCH).expiresAt(Instant.EPOCH.plusSeconds(900)),
                keys.current().privateKey()));
    }

    /** What was taken before is known, and still has its end. */
    @Test
    void isRefusedOnceItsTimeHasPassedThoughItWasTakenBefore() throws ParseException {
        String token = sign(claims().expiresIn(5), keys.current().privateKey());
        verifier.parse(token, null);
        verifier.parse(token, null);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertRefused(token));
    }

    @Test
    void isRefusedWithTheSignatureOfAnotherThatWasTaken() throws ParseException {
        String taken = sign(claims(), keys.current().privateKey());
        String other = sign(claims(), keys.current().privateKey());
        verifier.parse(taken, null);
        int signature = taken.lastIndexOf('.');

        assertRefused(other.substring(0, other.lastIndexOf('.')) + taken.substring(signature));
    }

    @Test
    void isRefusedFromAnotherIssuer() {
        assertRefused(sign(
                Jwt.issuer("other").subject(Fixtures.anId().toString()).expiresIn(900),
                keys.current().privateKey()));
    }

    @Test
    void isRefusedWithoutASubject() {
        assertRefused(sign(
                Jwt.issuer(SignedAccessTokens.ISSUER).expiresIn(900),
                keys.current().privateKey()));
    }

    @Test
    void isRefusedWhenSignedWithAnotherKey() {
        PrivateKey other = SigningKeys.load(folder, true, Duration.ZERO, Fixtures.CLOCK)
                .current()
                .privateKey();

        assertRefused(sign(claims(), other));
    }

    @Test
    void isRefusedUnderAKeyIdThatNobodyKnows() {
        assertRefused(claims().jws().keyId("unknown").sign(keys.current().privateKey()));
    }

    @Test
    void isRefusedUnsigned() {
        String header = encode("{\"alg\":\"none\",\"kid\":\"" + keys.current().id() + "\"}");
        String body = encode("{\"iss\":\"vto\",\"sub\":\"" + Fixtures.anId() + "\",\"exp\":99999999999}");

        assertRefused(header + "." + body + ".");
    }

    /** A verifier that lets the token choose would take the public key, which everyone has, for a shared secret. */
    @Test
    void isRefusedWhenSignedWithThePublicKeyAsASecret() {
        byte[] published = keys.publicKeys().get(keys.current().id()).getEncoded();

        assertRefused(claims().jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(keys.current().id())
                .sign(new SecretKeySpec(published, "HmacSHA256")));
    }

    @Test
    void outlivesARotationOfTheKeysUntilItsOwnIsRemoved() throws IOException, ParseException {
        Duration delay = Duration.ofMinutes(2);
        MovableClock clock = new MovableClock(Instant.now());
        SigningKeys rotating = SigningKeys.load(folder, true, delay, clock);
        SignedAccessTokens issuer = new SignedAccessTokens(rotating);
        AccessTokenVerifier receiver = new AccessTokenVerifier(rotating);
        String before = issuer.issue(Fixtures.aUserId());

        Path elsewhere = folder.resolve("elsewhere");
        SigningKeys.load(elsewhere, true, delay, clock);
        Files.move(elsewhere.resolve("0001.pem"), folder.resolve("0002.pem"));
        rotating.reload();
        clock.move(delay);
        String after = issuer.issue(Fixtures.aUserId());

        assertThat(receiver.parse(before, null).getSubject()).isNotNull();
        assertThat(receiver.parse(after, null).getSubject()).isNotNull();
        Files.delete(folder.resolve("0001.pem"));
        rotating.reload();
        assertThatThrownBy(() -> receiver.parse(before, null)).isInstanceOf(ParseException.class);
        assertThat(receiver.parse(after, null).getSubject()).isNotNull();
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer(SignedAccessTokens.ISSUER)
                .subject(Fixtures.anId().toString())
                .expiresIn(900);
    }

    private String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId(keys.current().id()).sign(key);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verifier.parse(token, null))
                .isInstanceOf(ParseException.class)
                .hasMessage("the access token is not valid");
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
