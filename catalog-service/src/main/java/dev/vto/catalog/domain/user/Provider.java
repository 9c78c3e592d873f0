package dev.vto.catalog.domain.user;

import dev.vto.catalog.domain.Rejected;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who vouches for a person. */
public enum Provider {
    GOOGLE("Google"),
    KAKAO("Kakao");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** As it stands in paths, settings and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Provider> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.wireName().equals(name))
                .findFirst();
    }

    /** The wire names of all, for messages. */
    public static String allowed() {
        return Arrays.stream(values()).map(Provider::wireName).collect(Collectors.joining(", "));
    }

    /** Where a user has no identity of this provider. */
    public Rejected isNotLinked() {
        return Rejected.notFound("identity: no " + title + " account is linked");
    }

    /** Where this is all that a user signs in with. */
    public Rejected isTheLast() {
        return Rejected.conflict(
                "last_identity", "This " + title + " account is all that you sign in with; link another before.");
    }
}
