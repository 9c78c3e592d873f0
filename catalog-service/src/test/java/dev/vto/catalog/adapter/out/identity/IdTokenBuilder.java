package dev.vto.catalog.adapter.out.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An ID token, good or wrong in one thing. */
public final class IdTokenBuilder {

    private final JwtClaims claims = new JwtClaims();
    private final RsaJsonWebKey published;
    private String keyId;
    private Key key;
    private String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;

    IdTokenBuilder(RsaJsonWebKey key) {
        this.published = key;
        this.keyId = key.getKeyId();
        this.key = key.getPrivateKey();
    }

    public IdTokenBuilder with(String claim, Object value) {
        claims.setClaim(claim, value);
        return this;
    }

    public IdTokenBuilder without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    public IdTokenBuilder expiringIn(long seconds) {
        return with("exp", NumericDate.now().getValue() + seconds);
    }

    public IdTokenBuilder issuedIn(long seconds) {
        return with("iat", NumericDate.now().getValue() + seconds);
    }

    public IdTokenBuilder keyId(String newKeyId) {
        keyId = newKeyId;
        return this;
    }

    /** Under the key id that is published. */
    public IdTokenBuilder signedByAnotherKey() {
        key = FakeIdentityProvider.newKey(keyId).getPrivateKey();
        return this;
    }

    public IdTokenBuilder unsigned() {
        key = null;
        algorithm = AlgorithmIdentifiers.NONE;
        return this;
    }

    /** With the public key, which everyone has, as a shared secret. */
    public IdTokenBuilder signedByThePublicKeyAsASecret() {
        key = new HmacKey(published.getPublicKey().getEncoded());
        algorithm = AlgorithmIdentifiers.HMAC_SHA256;
        return this;
    }

    public String build() {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayloadBytes(claims.toJson().getBytes(StandardCharsets.UTF_8));
        token.setKeyIdHeaderValue(keyId);
        token.setKey(key);
        token.setAlgorithmHeaderValue(algorithm);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
