package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * Changes the profile under a lock; what {@code change} throws is the failure, and what it leaves as it was is no
     * edit.
     *
     * @return the user as stored
     */
    Uni<Optional<User>> edit(UserId id, UnaryOperator<User> change);
}
