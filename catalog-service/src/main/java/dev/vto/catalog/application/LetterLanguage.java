package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.LetterSpec;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The language of a letter: the one asked for, else its user's own where letters can be in it. */
final class LetterLanguage {

    private final Users users;

    LetterLanguage(Users users) {
        this.users = users;
    }

    Uni<String> of(UserId user, @Nullable String wanted) {
        if (wanted != null) {
            return Uni.createFrom().item(wanted);
        }
        return users.find(user).map(found -> found.map(User::language)
                .filter(LetterSpec.LANGUAGES::contains)
                .orElse(User.DEFAULT_LANGUAGE));
    }
}
