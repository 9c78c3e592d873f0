package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Live users. */
public interface Users {

    Uni<Optional<User>> find(UserId id);

    /** The user with this e-mail address (lower case). */
    Uni<Optional<User>> findByEmail(String email);

    /**
     * Adds a user; where another request added one with the same address first, that one is answered.
     *
     * @return the user that is stored
     */
    Uni<User> add(User user);
}
