package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Tokens by which Kling knows us: JWTs, signed with the secret key, as its page "API Authentication" has them. Each is
 * for one request.
 */
final class KlingTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /** By how much our clock may be ahead of Kling's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String accessKey;
    private final ApiKey secretKey;
    private final Clock clock;

    KlingTokens(String accessKey, ApiKey secretKey, Clock clock) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException that names the setting that is missing */
    static KlingTokens of(KlingSettings settings) {
        return new KlingTokens(
                settings.accessKey()
                        .orElseThrow(() -> new IllegalArgumentException(
                                KlingSettings.PREFIX + ".access-key is needed for this backend")),
                ApiKey.of(KlingSettings.PREFIX, settings),
                Clock.systemUTC());
    }

    /** A new one, as the value of an {@code Authorization} header. */
    String bearer() {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(accessKey);
        claims.setNotBefore(NumericDate.fromSeconds(now.minus(SKEW).getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setKey(new HmacKey(secretKey.bytes()));
        // How long a secret key is, is for Kling to say.
        token.setDoKeyValidation(false);
        try {
            return "Bearer " + token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
