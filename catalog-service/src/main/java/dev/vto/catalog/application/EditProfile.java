package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes what a person says of themselves. */
public final class EditProfile {

    private final Users users;

    public EditProfile(Users users) {
        this.users = users;
    }

    public Uni<User> edit(UserId id, Precondition precondition, UnaryOperator<User> change) {
        return users.edit(id, user -> {
                    precondition.require(user.version());
                    User changed = change.apply(user);
                    Optional.ofNullable(changed.profilePicture())
                            .filter(picture -> !picture.equals(user.profilePicture()))
                            .ifPresent(picture -> PhotoOwner.require(picture, id));
                    return changed;
                })
                .map(found -> found.orElseThrow(() -> Rejected.notFound("user")));
    }
}
