package dev.vto.catalog.domain.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a secret that somebody else keeps: enough to know it again, too little to use it. */
public record TokenHash(String hex) {

    private static final int HEX_LENGTH = 64;

    /** @throws IllegalArgumentException if the text is no SHA-256 in hexadecimal */
    public TokenHash {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("a token hash has " + HEX_LENGTH + " hexadecimal digits");
        }
    }

    public static TokenHash of(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new TokenHash(HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
