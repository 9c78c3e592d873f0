package dev.vto.catalog.adapter.out.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Takes RS256 tokens of our own, signed with any key that we know now. */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenVerifier extends JWTCallerPrincipalFactory {

    private final JwtConsumer consumer;

    AccessTokenVerifier(SigningKeys keys) {
        VerificationKeyResolver resolver = (jws, context) -> Optional.ofNullable(jws.getKeyIdHeaderValue())
                .flatMap(keys::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("unknown kid"));
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(SignedAccessTokens.ISSUER)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(resolver)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(token, "JWT", consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            throw new ParseException("the access token is not valid", e);
        }
    }
}
