package dev.vto.catalog.adapter.out.identity;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.media.PhotoRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Reads verified claims as an identity. What a provider writes into names and pictures is still not believed. */
final class IdentityClaims {

    private static final List<String> KEPT = List.of(
            "sub",
            "email",
            "email_verified",
            "hd",
            "name",
            "given_name",
            "family_name",
            "nickname",
            "picture",
            "locale");

    private static final int MAX_TEXT = 2048;
    private static final int MAX_EMAIL = 254;

    private final Map<String, Object> kept = new LinkedHashMap<>();

    private IdentityClaims(JwtClaims claims) {
        for (String claim : KEPT) {
            Object value = claims.getClaimValue(claim);
            if (value instanceof Boolean || value instanceof String text && isPlain(text)) {
                kept.put(claim, value);
            }
        }
    }

    /** Empty where the subject is no plain text. */
    static Optional<Identity> read(Provider provider, JwtClaims verified) {
        IdentityClaims claims = new IdentityClaims(verified);
        return claims.text("sub").map(subject -> switch (provider) {
            case GOOGLE -> claims.ofGoogle(subject);
            case KAKAO -> claims.ofKakao(subject);
        });
    }

    private Identity ofGoogle(String subject) {
        return new Identity(
                Provider.GOOGLE,
                subject,
                emailOfGoogle(),
                name("given_name").or(() -> name("name")).orElse(null),
                name("family_name").orElse(null),
                picture(),
                language(),
                kept);
    }

    /** An address in a Kakao token is one that the person typed in: nobody vouches for it. */
    private Identity ofKakao(String subject) {
        return new Identity(
                Provider.KAKAO,
                subject,
                null,
                name("nickname").orElse(null),
                null,
                picture(),
                User.DEFAULT_LANGUAGE,
                kept);
    }

    /**
     * Google is the authority for its own addresses and those of domains that it hosts; for others it has seen a proof
     * once, and the address may be somebody else's by now.
     */
    @Nullable
    private String emailOfGoogle() {
        Object verified = kept.get("email_verified");
        boolean isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
        return text("email")
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> isVerified && email.length() <= MAX_EMAIL)
                .filter(email -> email.endsWith("@gmail.com") || text("hd").isPresent())
                .orElse(null);
    }

    private Optional<String> name(String claim) {
        return text(claim).map(String::strip).filter(name -> name.length() <= Name.MAX_LENGTH);
    }

    @Nullable
    private PhotoRef picture() {
        return text("picture")
                .filter(url -> url.startsWith("https://"))
                .flatMap(IdentityClaims::photo)
                .orElse(null);
    }

    private String language() {
        String locale = text("locale").orElse(User.DEFAULT_LANGUAGE).toLowerCase(Locale.ROOT);
        return User.LANGUAGES.stream().filter(locale::startsWith).findFirst().orElse(User.DEFAULT_LANGUAGE);
    }

    private Optional<String> text(String claim) {
        return kept.get(claim) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<PhotoRef> photo(String url) {
        try {
            return Optional.of(new PhotoRef(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String text) {
        return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }
}
