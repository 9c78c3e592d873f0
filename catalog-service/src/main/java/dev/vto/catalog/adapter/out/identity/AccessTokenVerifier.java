package dev.vto.catalog.adapter.out.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vto.catalog.application.port.AccessTokens;
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
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Takes RS256 tokens of our own, signed with any key that we know now. A client sends the same token for a quarter of an
 * hour: that its signature fits its key is worked out once, and whether the key and the time are still good is asked at
 * every request.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenVerifier extends JWTCallerPrincipalFactory {

    /** Some 3 KB each. */
    private static final int REMEMBERED = 4_000;

    private final JwtConsumer consumer;

    /** A signature remembers that it was right, until it is given another key. */
    private final Cache<String, JwtContext> taken = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(AccessTokens.LIFETIME)
            .build();

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
            JwtContext known = taken.getIfPresent(token);
            if (known != null) {
                consumer.processContext(known);
                return principal(token, known);
            }
            JwtContext verified = consumer.process(token);
            taken.put(token, verified);
            return principal(token, verified);
        } catch (InvalidJwtException e) {
            throw new ParseException("the access token is not valid", e);
        }
    }

    private static JWTCallerPrincipal principal(String token, JwtContext context) {
        return new DefaultJWTCallerPrincipal(token, "JWT", context.getJwtClaims());
    }
}
