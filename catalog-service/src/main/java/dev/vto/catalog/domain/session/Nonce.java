package dev.vto.catalog.domain.session;

import dev.vto.catalog.domain.Rejected;
import java.time.Instant;

/** A nonce that we issued, good for one sign-in until it expires. */
public record Nonce(TokenHash hash, Instant expiresAt) {

    /** Of a nonce that is not, or no longer, good. */
    public static Rejected refused() {
        return Rejected.unauthenticated(
                "invalid_nonce", "The nonce is none of ours, has expired or has been used; ask for a new one.");
    }
}
