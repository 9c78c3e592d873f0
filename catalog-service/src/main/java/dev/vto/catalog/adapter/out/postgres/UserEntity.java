package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity(name = "User")
@Table(name = "users")
@NullUnmarked
class UserEntity {

    @Id
    UUID id;

    String email;
    String name;

    @Column(name = "last_name")
    String lastName;

    @Column(name = "profile_picture")
    String profilePicture;

    String language;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    static UserEntity of(User user) {
        UserEntity entity = new UserEntity();
        entity.id = user.id().value();
        entity.email = user.email();
        entity.name = user.name();
        entity.lastName = user.lastName();
        entity.profilePicture = user.profilePicture();
        entity.language = user.language();
        entity.createdAt = user.createdAt();
        entity.updatedAt = user.updatedAt();
        return entity;
    }

    User toUser() {
        return new User(
                new UserId(id),
                email,
                name,
                lastName,
                profilePicture,
                language == null ? User.DEFAULT_LANGUAGE : language,
                version,
                createdAt,
                updatedAt);
    }
}
