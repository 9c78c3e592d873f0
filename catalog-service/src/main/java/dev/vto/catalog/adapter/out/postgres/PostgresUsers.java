package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresUsers implements Users {

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    PostgresUsers(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<User>> find(UserId id) {
        return first("from User where id = ?1 and deletedAt is null", id.value());
    }

    @Override
    public Uni<Optional<User>> findByEmail(String email) {
        return first("from User where email = ?1 and deletedAt is null", email);
    }

    @Override
    public Uni<User> add(User user) {
        Uni<User> added = Detached.from(sessions.withTransaction(session -> session.persist(UserEntity.of(user))))
                .replaceWith(user);
        String email = user.email();
        if (email == null) {
            return added;
        }
        return added.onFailure(PostgresUsers::isDuplicate)
                .recoverWithUni(failure -> findByEmail(email).onItem().transformToUni(found -> found.map(
                                first -> Uni.createFrom().item(first))
                        .orElseGet(() -> Uni.createFrom().failure(failure))));
    }

    @Override
    public Uni<Optional<User>> edit(UserId id, UnaryOperator<User> change) {
        return Detached.from(sessions.withTransaction(
                session -> session.find(UserEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .transformToUni(entity -> {
                            if (entity == null || entity.deletedAt != null) {
                                return Uni.createFrom().item(Optional.<User>empty());
                            }
                            User before = entity.toUser();
                            User after = change.apply(before);
                            if (after.equals(before)) {
                                return Uni.createFrom().item(Optional.of(before));
                            }
                            entity.setProfile(after);
                            entity.updatedAt = clock.instant();
                            return session.flush().map(done -> Optional.of(entity.toUser()));
                        })));
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private Uni<Optional<User>> first(String query, Object parameter) {
        return sessions.withSession(session -> session.createSelectionQuery(query, UserEntity.class)
                        .setParameter(1, parameter)
                        .getSingleResultOrNull())
                .map(entity -> Optional.ofNullable(entity).map(UserEntity::toUser));
    }
}
