package dev.vto.catalog.domain.user;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param email lower case; only where a provider vouches for it
 * @param language of the person, and by default of letters
 * @param identities the providers that the person signs in with
 * @param version rises with every edit of the person's own
 */
public record User(
        UserId id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String lastName,
        @Nullable PhotoRef profilePicture,
        String language,
        Set<Provider> identities,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public static final String DEFAULT_LANGUAGE = "ko";
    public static final List<String> LANGUAGES = List.of(DEFAULT_LANGUAGE, "en");

    public User {
        identities = Set.copyOf(identities);
    }

    /** Nobody acts for an account that is closed, whatever tokens it left. */
    public static Rejected isClosed() {
        return Rejected.unauthenticated("unauthorized", "The account that this access token belongs to is closed.");
    }

    /** What the person may change of themselves. */
    public User withProfile(
            @Nullable String newName, @Nullable String newLastName, String newLanguage, @Nullable PhotoRef newPicture) {
        return new User(
                id, email, newName, newLastName, newPicture, newLanguage, identities, version, createdAt, updatedAt);
    }
}
