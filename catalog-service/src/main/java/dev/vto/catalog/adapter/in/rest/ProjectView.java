package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project as the API shows it.
 *
 * @param role the caller's
 */
@Schema(name = "Project")
record ProjectView(
        UUID id,
        UUID collectionId,
        UUID ownerId,
        String name,
        @Nullable Role role,
        java.util.List<Share> sharedWith,
        int selectedImageNumber,
        int totalImageNumber,
        int totalVideoNumber,
        @Nullable UUID marketingLetterId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    /** Who else works in it. */
    @Schema(name = "ProjectShare")
    record Share(UUID userId, Role role) {}

    /** A page of projects. */
    @Schema(name = "ProjectPage")
    record List(java.util.List<ProjectView> items, @Nullable String nextCursor) {}

    static ProjectView of(Project project, UserId caller) {
        return of(project, caller, null);
    }

    static ProjectView of(Deleted<Project> deleted, UserId caller) {
        return of(deleted.item(), caller, deleted.at());
    }

    private static ProjectView of(Project project, UserId caller, @Nullable Instant deletedAt) {
        return new ProjectView(
                project.id().value(),
                project.collectionId().value(),
                project.ownerId().value(),
                project.name().value(),
                project.roleOf(caller).orElse(null),
                project.shares().stream()
                        .map(share -> new Share(share.userId().value(), share.role()))
                        .toList(),
                project.counts().selectedImages(),
                project.counts().images(),
                project.counts().videos(),
                Optional.ofNullable(project.letterId()).map(LetterId::value).orElse(null),
                project.createdAt(),
                project.updatedAt(),
                deletedAt);
    }
}
