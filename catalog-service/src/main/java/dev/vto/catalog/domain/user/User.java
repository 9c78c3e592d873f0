package dev.vto.catalog.domain.user;

import dev.vto.shared.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param email lower case; only where a provider vouches for it
 * @param language of the person, and by default of letters
 * @param version rises with every edit of the person's own
 */
public record User(
        UserId id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String lastName,
        @Nullable String profilePicture,
        String language,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public static final String DEFAULT_LANGUAGE = "ko";
}
