package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Users in a map. */
public final class InMemoryUsers implements Users {

    private final LiveValues<User> users = new LiveValues<>(user -> user.id().value());

    @Override
    public Uni<Optional<User>> find(UserId id) {
        return Uni.createFrom().item(() -> users.find(id.value()));
    }

    @Override
    public Uni<Optional<User>> findByEmail(String email) {
        return Uni.createFrom().item(() -> withEmail(email));
    }

    @Override
    public Uni<User> add(User user) {
        return Uni.createFrom().item(() -> addOrFind(user));
    }

    void delete(UserId id) {
        users.delete(id.value());
    }

    private synchronized User addOrFind(User user) {
        return Optional.ofNullable(user.email()).flatMap(this::withEmail).orElseGet(() -> {
            users.add(user);
            return user;
        });
    }

    private Optional<User> withEmail(String email) {
        return users.all(user -> email.equals(user.email())).stream().findFirst();
    }
}
