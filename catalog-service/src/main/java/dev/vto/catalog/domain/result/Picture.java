package dev.vto.catalog.domain.result;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.PhotoRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What images and videos have alike: a stored file, where it comes from, and whether a person chose it.
 *
 * @param position order within its job, from 0
 * @param aiGenerated whether a generative model made it
 */
public record Picture(
        @Nullable ProductId productId,
        @Nullable JobId jobId,
        PhotoRef url,
        @Nullable PhotoRef thumbnail,
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
        int version,
        Instant createdAt,
        Instant updatedAt) {}
