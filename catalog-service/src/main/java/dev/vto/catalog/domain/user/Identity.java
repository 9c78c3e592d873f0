package dev.vto.catalog.domain.user;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as a provider knows them, verified. The provider and its subject are the key; nothing else is.
 *
 * @param subject never reused by the provider
 * @param email lower case; only where the provider vouches for it
 * @param language one of {@link User#LANGUAGES}
 * @param claims what the provider said, to be kept
 */
public record Identity(
        Provider provider,
        String subject,
        @Nullable String email,
        @Nullable String name,
        @Nullable String lastName,
        @Nullable PhotoRef picture,
        String language,
        Map<String, Object> claims) {

    public Identity {
        claims = Map.copyOf(claims);
    }

    /** The user that this person becomes at their first sign-in. */
    public User newcomer(UserId id, Instant now) {
        return new User(id, email, name, lastName, picture, language, Set.of(provider), 0, now, now);
    }

    /** Where the identity is another user's already. */
    public Rejected isOfAnotherUser() {
        return Rejected.conflict(
                "identity_of_another_user", "This " + provider.title() + " account belongs to another user.");
    }

    /** Where the user has another identity of the provider. */
    public Rejected isOneTooMany() {
        return Rejected.conflict(
                "identity_linked", "Another " + provider.title() + " account is linked; unlink it before.");
    }
}
