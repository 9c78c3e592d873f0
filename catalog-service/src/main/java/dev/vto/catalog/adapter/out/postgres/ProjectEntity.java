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
import io.vertx.mutiny.sqlclient.Row;
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

    static final String COLUMNS =
            """
            id, collection_id, user_id, name, shard_user_list::text AS shares, selected_image_number, total_image_number,
            total_video_number, marketing_letter_key, version, created_at, updated_at
            """;

    /** @param row has the {@link #COLUMNS} of a live project */
    static Project toProject(Row row) {
        ProjectEntity entity = new ProjectEntity();
        entity.id = row.getUUID("id");
        entity.collectionId = row.getUUID("collection_id");
        entity.ownerId = row.getUUID("user_id");
        entity.name = row.getString("name");
        entity.shares = row.getString("shares");
        entity.selectedImages = row.getInteger("selected_image_number");
        entity.images = row.getInteger("total_image_number");
        entity.videos = row.getInteger("total_video_number");
        entity.letterId = row.getUUID("marketing_letter_key");
        entity.version = row.getInteger("version");
        entity.createdAt = row.getOffsetDateTime("created_at").toInstant();
        entity.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return entity.toProject();
    }

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
