package dev.vto.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON Web Token (RFC 7519) as it came; nothing in it is to be believed before its signature is checked.
 *
 * @param signed what the signature is of
 */
public record Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a token in its compact form; empty if it is none. */
    public static Optional<Jwt> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            return Optional.of(new Jwt(
                    JSON.readTree(decoder.decode(parts[0])),
                    JSON.readTree(decoder.decode(parts[1])),
                    parts[0] + "." + parts[1],
                    decoder.decode(parts[2])));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is signed with this secret, by HS256. */
    public boolean isSignedWith(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return header.path("alg").asText().equals("HS256")
                    && MessageDigest.isEqual(signature, mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is signed with the key that goes with this one, by RS256. */
    public boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return header.path("alg").asText().equals("RS256") && check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
