package dev.vto.catalog.adapter.out.identity;

import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.session.TokenHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that carry their own proof, so that unused ones are stored nowhere and every instance knows them: base64url of
 * 16 random bytes, 8 bytes of expiry in epoch seconds, and HMAC-SHA256 over both.
 */
public final class SignedNonces implements Nonces {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "sign-in nonce";
    private static final int RANDOM_BYTES = 16;
    private static final int SIGNED_BYTES = RANDOM_BYTES + Long.BYTES;
    private static final int BYTES = SIGNED_BYTES + 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret shared by all instances; the key is derived from it, so that it may serve for more than nonces */
    public SignedNonces(String secret, Clock clock) {
        this.clock = clock;
        byte[] derived = mac(
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM),
                PURPOSE.getBytes(StandardCharsets.UTF_8));
        this.key = new SecretKeySpec(derived, ALGORITHM);
    }

    @Override
    public String issue() {
        byte[] salt = new byte[RANDOM_BYTES];
        random.nextBytes(salt);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(salt)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] nonce =
                ByteBuffer.allocate(BYTES).put(signed).put(mac(key, signed)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    @Override
    public Optional<Nonce> read(String text) {
        return decode(text)
                .filter(this::isOurs)
                .map(bytes -> new Nonce(TokenHash.of(text), expiry(bytes)))
                .filter(nonce -> clock.instant().isBefore(nonce.expiresAt()));
    }

    private boolean isOurs(ByteBuffer nonce) {
        byte[] signed = new byte[SIGNED_BYTES];
        byte[] signature = new byte[BYTES - SIGNED_BYTES];
        nonce.duplicate().get(signed).get(signature);
        return MessageDigest.isEqual(mac(key, signed), signature);
    }

    private static Instant expiry(ByteBuffer nonce) {
        return Instant.ofEpochSecond(nonce.getLong(RANDOM_BYTES));
    }

    /** Only the one spelling that we issue: another of the same bytes would be another nonce. */
    private static Optional<ByteBuffer> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean spelledAsIssued = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            return bytes.length == BYTES && spelledAsIssued ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
