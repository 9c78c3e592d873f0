package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.NullUnmarked;

@Entity(name = "User")
@Table(name = "users")
@NullUnmarked
class UserEntity {

    @Id
    UUID id;

    /** Changed by sign-ins and deletion only, which this class takes no part in. */
    @Column(updatable = false)
    String email;

    String name;

    @Column(name = "last_name")
    String lastName;

    @Column(name = "profile_picture")
    String profilePicture;

    String language;

    @Formula("google_social IS NOT NULL")
    boolean google;

    @Formula("kakao_social IS NOT NULL")
    boolean kakao;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at", updatable = false)
    Instant deletedAt;

    static UserEntity of(User user) {
        UserEntity entity = new UserEntity();
        entity.id = user.id().value();
        entity.email = user.email();
        entity.setProfile(user);
        entity.createdAt = user.createdAt();
        entity.updatedAt = user.updatedAt();
        return entity;
    }

    void setProfile(User user) {
        name = user.name();
        lastName = user.lastName();
        profilePicture =
                Optional.ofNullable(user.profilePicture()).map(PhotoRef::value).orElse(null);
        language = user.language();
    }

    User toUser() {
        return new User(
                new UserId(id),
                email,
                name,
                lastName,
                profilePicture == null ? null : new PhotoRef(profilePicture),
                language == null ? User.DEFAULT_LANGUAGE : language,
                identities(),
                version,
                createdAt,
                updatedAt);
    }

    private Set<Provider> identities() {
        Set<Provider> identities = EnumSet.noneOf(Provider.class);
        if (google) {
            identities.add(Provider.GOOGLE);
        }
        if (kakao) {
            identities.add(Provider.KAKAO);
        }
        return identities;
    }
}
