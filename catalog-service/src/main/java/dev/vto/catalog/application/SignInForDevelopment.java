package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs anyone in by an e-mail address alone. For development: the edge offers it in the local profile only. */
public final class SignInForDevelopment {

    private final Users users;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public SignInForDevelopment(Users users, Supplier<UUID> ids, Clock clock) {
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<User> signIn(String email, @Nullable String name) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return users.findByEmail(address).onItem().transformToUni(found -> found.map(
                        user -> Uni.createFrom().item(user))
                .orElseGet(() -> users.add(newUser(address, name))));
    }

    private User newUser(String address, @Nullable String name) {
        Instant now = clock.instant();
        return new User(new UserId(ids.get()), address, name, null, null, User.DEFAULT_LANGUAGE, Set.of(), 0, now, now);
    }
}
