package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The keys of results are moved by statements of their own: the ORM reads them and never writes them. */
@Entity(name = "Product")
@Table(name = "products")
@NullUnmarked
class ProductEntity {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID ownerId;

    @Column(name = "project_id", updatable = false)
    UUID projectId;

    @Column(name = "upper_f_image_url")
    String upperFront;

    @Column(name = "upper_b_image_url")
    String upperBack;

    @Column(name = "bottom_f_image_url")
    String bottomFront;

    @Column(name = "bottom_b_image_url")
    String bottomBack;

    @Column(name = "onepiece_f_image_url")
    String onepieceFront;

    @Column(name = "onepiece_b_image_url")
    String onepieceBack;

    @Column(name = "outer_f_image_url")
    String outerFront;

    @Column(name = "outer_b_image_url")
    String outerBack;

    @Column(name = "generate_img_key", insertable = false, updatable = false)
    UUID imageId;

    @Column(name = "generate_video_key", insertable = false, updatable = false)
    UUID videoId;

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
            id, user_id, project_id, upper_f_image_url, upper_b_image_url, bottom_f_image_url, bottom_b_image_url,
            onepiece_f_image_url, onepiece_b_image_url, outer_f_image_url, outer_b_image_url, generate_img_key,
            generate_video_key, marketing_letter_key, version, created_at, updated_at
            """;

    /** @param row has the {@link #COLUMNS} of a live product */
    static Product toProduct(Row row) {
        ProductEntity entity = new ProductEntity();
        entity.id = row.getUUID("id");
        entity.ownerId = row.getUUID("user_id");
        entity.projectId = row.getUUID("project_id");
        entity.upperFront = row.getString("upper_f_image_url");
        entity.upperBack = row.getString("upper_b_image_url");
        entity.bottomFront = row.getString("bottom_f_image_url");
        entity.bottomBack = row.getString("bottom_b_image_url");
        entity.onepieceFront = row.getString("onepiece_f_image_url");
        entity.onepieceBack = row.getString("onepiece_b_image_url");
        entity.outerFront = row.getString("outer_f_image_url");
        entity.outerBack = row.getString("outer_b_image_url");
        entity.imageId = row.getUUID("generate_img_key");
        entity.videoId = row.getUUID("generate_video_key");
        entity.letterId = row.getUUID("marketing_letter_key");
        entity.version = row.getInteger("version");
        entity.createdAt = row.getOffsetDateTime("created_at").toInstant();
        entity.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return entity.toProduct();
    }

    void setPhotos(Product product) {
        upperFront = text(product, PhotoSlot.UPPER_FRONT);
        upperBack = text(product, PhotoSlot.UPPER_BACK);
        bottomFront = text(product, PhotoSlot.BOTTOM_FRONT);
        bottomBack = text(product, PhotoSlot.BOTTOM_BACK);
        onepieceFront = text(product, PhotoSlot.ONEPIECE_FRONT);
        onepieceBack = text(product, PhotoSlot.ONEPIECE_BACK);
        outerFront = text(product, PhotoSlot.OUTER_FRONT);
        outerBack = text(product, PhotoSlot.OUTER_BACK);
    }

    Product toProduct() {
        Map<PhotoSlot, PhotoRef> photos = new EnumMap<>(PhotoSlot.class);
        put(photos, PhotoSlot.UPPER_FRONT, upperFront);
        put(photos, PhotoSlot.UPPER_BACK, upperBack);
        put(photos, PhotoSlot.BOTTOM_FRONT, bottomFront);
        put(photos, PhotoSlot.BOTTOM_BACK, bottomBack);
        put(photos, PhotoSlot.ONEPIECE_FRONT, onepieceFront);
        put(photos, PhotoSlot.ONEPIECE_BACK, onepieceBack);
        put(photos, PhotoSlot.OUTER_FRONT, outerFront);
        put(photos, PhotoSlot.OUTER_BACK, outerBack);
        return new Product(
                new ProductId(id),
                new UserId(ownerId),
                new ProjectId(projectId),
                photos,
                imageId == null ? null : new ImageId(imageId),
                videoId == null ? null : new VideoId(videoId),
                letterId == null ? null : new LetterId(letterId),
                version,
                createdAt,
                updatedAt);
    }

    private static String text(Product product, PhotoSlot slot) {
        PhotoRef photo = product.photos().get(slot);
        return photo == null ? null : photo.value();
    }

    private static void put(Map<PhotoSlot, PhotoRef> photos, PhotoSlot slot, String text) {
        if (text != null) {
            photos.put(slot, new PhotoRef(text));
        }
    }
}
