package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Users in a map. */
public final class InMemoryUsers implements Users {

    private final LiveValues<User> users = new LiveValues<>(user -> user.id().value());
    private final Clock clock;

    InMemoryUsers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Optional<User>> find(UserId id) {
        return Uni.createFrom().item(() -> live(id));
    }

    @Override
    public Uni<Optional<User>> findByEmail(String email) {
        return Uni.createFrom().item(() -> withEmail(email));
    }

    @Override
    public Uni<User> add(User user) {
        return Uni.createFrom().item(() -> addOrFind(user));
    }

    @Override
    public Uni<Optional<User>> edit(UserId id, UnaryOperator<User> change) {
        return Uni.createFrom()
                .item(() -> users.change(id.value(), before -> {
                    User after = change.apply(before);
                    return after.equals(before) ? before : edited(after);
                }));
    }

    Optional<User> findNow(UserId id) {
        return users.find(id.value());
    }

    void delete(UserId id) {
        users.delete(id.value());
    }

    Optional<User> live(UserId id) {
        return users.find(id.value());
    }

    Optional<User> withEmail(String email) {
        return users.all(user -> email.equals(user.email())).stream().findFirst();
    }

    void put(User user) {
        if (users.change(user.id().value(), before -> user).isEmpty()) {
            users.add(user);
        }
    }

    private synchronized User addOrFind(User user) {
        return Optional.ofNullable(user.email()).flatMap(this::withEmail).orElseGet(() -> {
            users.add(user);
            return user;
        });
    }

    private User edited(User user) {
        return new User(
                user.id(),
                user.email(),
                user.name(),
                user.lastName(),
                user.profilePicture(),
                user.language(),
                user.identities(),
                user.version() + 1,
                user.createdAt(),
                clock.instant());
    }
}
