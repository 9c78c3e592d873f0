package dev.vto.catalog.domain.project;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shoot.
 *
 * @param counts of its live results
 * @param letterId the current letter
 * @param version rises with every edit of a person, never with a counter
 */
public record Project(
        ProjectId id,
        CollectionId collectionId,
        UserId ownerId,
        Name name,
        List<Share> shares,
        Counts counts,
        @Nullable LetterId letterId,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Someone else who may work in the project. */
    public record Share(UserId userId, Role role) {}

    /** Live images that are selected, live images, live videos. */
    public record Counts(int selectedImages, int images, int videos) {

        public static final Counts NONE = new Counts(0, 0, 0);
    }

    public Project {
        shares = List.copyOf(shares);
    }

    public static Project create(ProjectId id, CollectionId collection, UserId owner, Name name, Instant now) {
        return new Project(id, collection, owner, name, List.of(), Counts.NONE, null, 0, now, now);
    }

    /** What the user is here, or empty for a stranger. */
    public Optional<Role> roleOf(UserId user) {
        if (user.equals(ownerId)) {
            return Optional.of(Role.OWNER);
        }
        return shares.stream()
                .filter(share -> share.userId().equals(user))
                .map(Share::role)
                .findFirst();
    }

    /**
     * This project, if the user may do what needs the role. A stranger learns nothing, not even that it exists.
     *
     * @throws Rejected NOT_FOUND for a stranger, FORBIDDEN for too small a role
     */
    public Project require(UserId user, Role needed) {
        Role role = roleOf(user).orElseThrow(() -> Rejected.notFound("project"));
        if (!role.atLeast(needed)) {
            throw Rejected.forbidden("As " + role + " of this project you may not do this; it takes " + needed + ".");
        }
        return this;
    }
}
