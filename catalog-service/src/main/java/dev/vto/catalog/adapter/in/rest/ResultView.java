package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image or a video as the API shows it.
 *
 * @param view of an image only
 * @param seconds of a video only
 */
record ResultView(
        UUID id,
        UUID projectId,
        @Nullable UUID productId,
        @Nullable UUID jobId,
        String url,
        @Nullable String thumbnailUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable View view,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double seconds,
        int position,
        boolean selected,
        int width,
        int height,
        long bytes,
        @Nullable String contentType,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long seed,
        boolean aiGenerated,
        Instant createdAt,
        Instant updatedAt) {

    static ResultView of(Image image, MediaUrls urls) {
        return of(image.id().value(), image.projectId().value(), image.view(), null, image.picture(), urls);
    }

    static ResultView of(Video video, MediaUrls urls) {
        return of(video.id().value(), video.projectId().value(), null, video.seconds(), video.picture(), urls);
    }

    private static ResultView of(
            UUID id, UUID projectId, @Nullable View view, @Nullable Double seconds, Picture picture, MediaUrls urls) {
        return new ResultView(
                id,
                projectId,
                Optional.ofNullable(picture.productId()).map(ProductId::value).orElse(null),
                Optional.ofNullable(picture.jobId()).map(JobId::value).orElse(null),
                urls.urlOf(picture.url()),
                Optional.ofNullable(picture.thumbnail()).map(urls::urlOf).orElse(null),
                view,
                seconds,
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

    /** A letter as the API shows it. */
    record LetterView(
            UUID id,
            UUID projectId,
            @Nullable UUID productId,
            @Nullable UUID jobId,
            @Nullable String language,
            @Nullable String headline,
            @Nullable String summary,
            List<String> bulletPoints,
            Letter.@Nullable Text generated,
            @Nullable String provider,
            @Nullable String model,
            boolean aiGenerated,
            Instant createdAt,
            Instant updatedAt) {

        static LetterView of(Letter letter) {
            return new LetterView(
                    letter.id().value(),
                    letter.projectId().value(),
                    Optional.ofNullable(letter.productId())
                            .map(ProductId::value)
                            .orElse(null),
                    Optional.ofNullable(letter.jobId()).map(JobId::value).orElse(null),
                    letter.language(),
                    letter.text().headline(),
                    letter.text().summary(),
                    letter.text().bulletPoints(),
                    letter.generated(),
                    letter.provider(),
                    letter.model(),
                    letter.aiGenerated(),
                    letter.createdAt(),
                    letter.updatedAt());
        }
    }
}
