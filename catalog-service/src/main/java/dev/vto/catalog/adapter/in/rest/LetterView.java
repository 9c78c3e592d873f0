package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter as the API shows it. */
@Schema(name = "Letter")
record LetterView(
        UUID id,
        UUID projectId,
        @Nullable UUID productId,
        @Nullable UUID jobId,
        @Nullable String language,
        @Nullable String headline,
        @Nullable String summary,
        List<String> bulletPoints,
        @Schema(description = "What the machine wrote, whatever was edited since.") @Nullable Text generated,
        @Nullable String provider,
        @Nullable String model,
        boolean aiGenerated,
        Instant createdAt,
        Instant updatedAt) {

    /** The words of a letter. */
    @Schema(name = "LetterText")
    record Text(@Nullable String headline, @Nullable String summary, List<String> bulletPoints) {

        static Text of(Letter.Text text) {
            return new Text(text.headline(), text.summary(), text.bulletPoints());
        }
    }

    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id().value(),
                letter.projectId().value(),
                Optional.ofNullable(letter.productId()).map(ProductId::value).orElse(null),
                Optional.ofNullable(letter.jobId()).map(JobId::value).orElse(null),
                letter.language(),
                letter.text().headline(),
                letter.text().summary(),
                letter.text().bulletPoints(),
                Optional.ofNullable(letter.generated()).map(Text::of).orElse(null),
                letter.provider(),
                letter.model(),
                letter.aiGenerated(),
                letter.createdAt(),
                letter.updatedAt());
    }
}
