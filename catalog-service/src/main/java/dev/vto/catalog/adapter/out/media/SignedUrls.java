package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * URLs of stored files, signed with HMAC-SHA256 over {@code key\nexp}. They expire at the next day boundary plus 24
 * hours, so that for a day the URL of a file stays the same and caches work.
 */
public final class SignedUrls implements MediaUrls {

    /** Below this path the files are served. */
    public static final String PATH = "/v1/media/";

    public static final int MIN_SECRET_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Never used itself: copies of it need not be told the key. */
    private final Mac keyed;

    private final String prefix;
    private final Clock clock;

    /**
     * @param secret at least 32 characters, shared by all instances
     * @param publicUrl what absolute URLs begin with, or empty for paths
     */
    public SignedUrls(String secret, String publicUrl, Clock clock) {
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "vto.media-secret has at least " + MIN_SECRET_LENGTH + " characters, not " + secret.length());
        }
        this.keyed = keyed(secret);
        this.prefix = publicUrl.replaceAll("/+$", "") + PATH;
        this.clock = clock;
    }

    @Override
    public String urlOf(PhotoRef photo) {
        return photo.key().map(this::sign).orElse(photo.value());
    }

    @Override
    public Optional<MediaKey> keyOf(String url) {
        try {
            URI uri = URI.create(url);
            boolean ours = url.startsWith(prefix) || (uri.getHost() == null && url.startsWith(PATH));
            String path = uri.getPath();
            if (!ours || path == null) {
                return Optional.empty();
            }
            return Optional.of(new MediaKey(path.substring(path.indexOf(PATH) + PATH.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the signature is ours, for this key and this time, and the time has not passed. */
    public boolean isValid(MediaKey key, long expires, String signature) {
        byte[] expected = signature(key, expires).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) && !hasPassed(expires);
    }

    private boolean hasPassed(long expires) {
        return clock.instant().getEpochSecond() >= expires;
    }

    private String sign(MediaKey key) {
        Instant expires = clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .plus(Duration.ofHours(24));
        long seconds = expires.getEpochSecond();
        return prefix + key.value() + "?exp=" + seconds + "&sig=" + signature(key, seconds);
    }

    private String signature(MediaKey key, long expires) {
        try {
            Mac mac = (Mac) keyed.clone();
            byte[] signed = mac.doFinal((key.value() + "\n" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JVM's " + ALGORITHM + " cannot be copied", e);
        }
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
