package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What images and videos show alike. */
record PictureView(
        @Nullable UUID productId,
        @Nullable UUID jobId,
        @Schema(description = "Opens without a token until it expires.") String url,
        @Nullable String thumbnailUrl,
        @Schema(description = "Order within its job, from 0.") int position,
        boolean selected,
        int width,
        int height,
        long bytes,
        @Schema(examples = "image/jpeg") @Nullable String contentType,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long seed,
        @Schema(description = "Whether a generative model made it.") boolean aiGenerated,
        Instant createdAt,
        Instant updatedAt) {

    static PictureView of(Picture picture, MediaUrls urls) {
        return new PictureView(
                Optional.ofNullable(picture.productId()).map(ProductId::value).orElse(null),
                Optional.ofNullable(picture.jobId()).map(JobId::value).orElse(null),
                urls.urlOf(picture.url()),
                Optional.ofNullable(picture.thumbnail()).map(urls::urlOf).orElse(null),
                picture.position(),
                picture.selected(),
                picture.width(),
                picture.height(),
                picture.bytes(),
                picture.contentType(),
                picture.provider(),
                picture.model(),
                picture.seed(),
                picture.aiGenerated(),
                picture.createdAt(),
                picture.updatedAt());
    }
}
