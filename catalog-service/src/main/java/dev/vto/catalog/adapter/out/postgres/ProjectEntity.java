package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.NullUnmarked;

/** Counters, shares and keys are moved by statements of their own: the ORM reads them and never writes them. */
@Entity(name = "Project")
@Table(name = "projects")
@NullUnmarked
class ProjectEntity {

    @Id
    UUID id;

    @Column(name = "collection_id")
    UUID collectionId;

    @Column(name = "user_id", updatable = false)
    UUID ownerId;

    String name;

    @Formula("cast(shard_user_list as text)")
    String shares;

    @Column(name = "selected_image_number", insertable = false, updatable = false)
    Integer selectedImages;

    @Column(name = "total_image_number", insertable = false, updatable = false)
    Integer images;

    @Column(name = "total_video_number", insertable = false, updatable = false)
    Integer videos;

    @Column(name = "marketing_letter_key", insertable = false, updatable = false)
    UUID letterId;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    Project toProject() {
        return new Project(
                new ProjectId(id),
                new CollectionId(collectionId),
                new UserId(ownerId),
                new Name(name),
                toShares(),
                new Project.Counts(orZero(selectedImages), orZero(images), orZero(videos)),
                letterId == null ? null : new LetterId(letterId),
                version,
                createdAt,
                updatedAt);
    }

    private List<Project.Share> toShares() {
        if (shares == null) {
            return List.of();
        }
        return new JsonArray(shares)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(share -> new Project.Share(
                                new UserId(UUID.fromString(share.getString("userId"))),
                                Role.valueOf(share.getString("role"))))
                        .toList();
    }

    private static int orZero(Integer count) {
        return count == null ? 0 : count;
    }
}
