package dev.vto.catalog.adapter.out.identity;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Provider;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Verifies the ID tokens of one provider: OpenID Connect Core 1.0, 3.1.3.7. Blocks while it fetches keys. */
final class OpenIdProvider {

    private static final Logger LOG = Logger.getLogger(OpenIdProvider.class);

    private static final int CLOCK_SKEW_SECONDS = 60;

    /** No token of a provider lives longer; one from before has been kept somewhere. */
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private final Provider provider;
    private final JwtConsumer consumer;

    OpenIdProvider(Provider provider, ProviderSettings settings, Clock clock) {
        this.provider = provider;
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuers(true, settings.issuers().toArray(String[]::new))
                .setExpectedAudience(settings.audiences().toArray(String[]::new))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Math.toIntExact(MAX_AGE.toSeconds()))
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(new ProviderKeys(settings, clock))
                .build();
    }

    /**
     * @param nonce must stand in the token as it is
     * @throws Rejected if the token proves nothing, or the provider's keys cannot be had
     */
    JwtClaims verify(String idToken, String nonce) {
        try {
            JwtClaims claims = consumer.processToClaims(idToken);
            if (!nonce.equals(claims.getClaimValueAsString("nonce"))) {
                throw refused("does not carry the nonce that came with it");
            }
            return claims;
        } catch (InvalidJwtException e) {
            throw rejection(e);
        }
    }

    Rejected away() {
        return Rejected.unavailable(
                "identity_provider_unavailable",
                provider.title() + " does not answer at the moment; try again later.",
                ProviderKeys.PAUSE_AFTER_FAILURE);
    }

    private Rejected rejection(InvalidJwtException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderAway) {
                LOG.warnf("%s is away: %s", provider.title(), cause.getCause());
                return away();
            }
        }
        return refused(reason(failure));
    }

    private Rejected refused(String reason) {
        return Rejected.unauthenticated("invalid_id_token", "The ID token of " + provider.title() + " " + reason + ".");
    }

    private static String reason(InvalidJwtException failure) {
        if (failure.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "has expired";
        }
        if (failure.hasErrorCode(ErrorCodes.ISSUER_INVALID)) {
            return "is of another issuer";
        }
        if (failure.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)) {
            return "is for another audience";
        }
        if (failure.hasErrorCode(ErrorCodes.ISSUED_AT_INVALID_FUTURE)) {
            return "was issued in the future";
        }
        return "is not valid: it has to be signed by RS256 with a key of the provider's, and have iss, aud, sub, exp "
                + "and iat";
    }
}
