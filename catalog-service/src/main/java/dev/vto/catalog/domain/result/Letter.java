package dev.vto.catalog.domain.result;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A marketing letter.
 *
 * @param generated what the machine wrote, whatever was edited since; null for a letter that a person wrote
 */
public record Letter(
        LetterId id,
        ProjectId projectId,
        @Nullable ProductId productId,
        @Nullable JobId jobId,
        @Nullable String language,
        Text text,
        @Nullable Text generated,
        @Nullable String provider,
        @Nullable String model,
        boolean aiGenerated,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** The words. */
    public record Text(@Nullable String headline, @Nullable String summary, List<String> bulletPoints) {

        public Text {
            bulletPoints = List.copyOf(bulletPoints);
        }
    }
}
