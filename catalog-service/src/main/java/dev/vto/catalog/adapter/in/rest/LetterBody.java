package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.WriteLetter;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.LetterSpec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the bodies by which people write and change letters. */
final class LetterBody {

    private static final String POINT = "has 1-" + Letter.Text.MAX_POINT + " characters, none of them a control one";

    private LetterBody() {}

    /** For the OpenAPI document. */
    @Schema(name = "NewLetter")
    record New(
            @Schema(maxLength = Letter.Text.MAX_HEADLINE, examples = "Spring is here") @Nullable String headline,
            @Schema(required = true, maxLength = Letter.Text.MAX_SUMMARY, examples = "A coat that goes with all.")
                    String summary,
            @Schema(
                            required = true,
                            minItems = Letter.Text.MIN_POINTS,
                            maxItems = Letter.Text.MAX_POINTS,
                            description = "Each at most 150 characters.",
                            examples = "[\"Light\", \"Warm\", \"Soft\", \"Easy to wash\"]")
                    List<String> bulletPoints,
            @Schema(description = "Absent: of the whole project.") @Nullable UUID productId,
            @Schema(
                            description = "Absent: the caller's own.",
                            enumeration = {"ko", "en"})
                    @Nullable
                    String language) {}

    /** For the OpenAPI document. */
    @Schema(name = "LetterChange", description = "What is absent stays; null clears the headline.")
    record Change(
            @Schema(nullable = true, maxLength = Letter.Text.MAX_HEADLINE) @Nullable String headline,
            @Schema(maxLength = Letter.Text.MAX_SUMMARY) @Nullable String summary,
            @Schema(minItems = Letter.Text.MIN_POINTS, maxItems = Letter.Text.MAX_POINTS) @Nullable
                    List<String> bulletPoints) {}

    static WriteLetter.Draft draft(String text) {
        JsonBody json = JsonBody.parse(text, "headline", "summary", "bulletPoints", "productId", "language");
        Letter.Text words = new Letter.Text(
                json.text("headline", Letter.Text.MAX_HEADLINE).orElse(null),
                json.requiredText("summary", Letter.Text.MAX_SUMMARY),
                points(json));
        ProductId product = json.uuid("productId").map(ProductId::new).orElse(null);
        String language =
                json.oneOf("language", LetterSpec.LANGUAGES, name -> name).orElse(null);
        json.done();
        return new WriteLetter.Draft(product, language, words);
    }

    static UnaryOperator<Letter.Text> change(String text) {
        JsonBody json = JsonBody.parse(text, "headline", "summary", "bulletPoints");
        Optional<String> headline = json.text("headline", Letter.Text.MAX_HEADLINE);
        Optional<String> summary = json.mentions("summary")
                ? Optional.of(json.requiredText("summary", Letter.Text.MAX_SUMMARY))
                : Optional.empty();
        Optional<List<String>> points = json.mentions("bulletPoints") ? Optional.of(points(json)) : Optional.empty();
        json.done();
        return words -> {
            Letter.Text changed = json.mentions("headline") ? words.withHeadline(headline.orElse(null)) : words;
            changed = summary.map(changed::withSummary).orElse(changed);
            return points.map(changed::withBulletPoints).orElse(changed);
        };
    }

    private static List<String> points(JsonBody json) {
        return json.list("bulletPoints", Letter.Text.MIN_POINTS, Letter.Text.MAX_POINTS, POINT, LetterBody::point);
    }

    private static Optional<String> point(String text) {
        boolean fits = !text.isBlank() && text.length() <= Letter.Text.MAX_POINT;
        return fits && text.chars().noneMatch(Character::isISOControl) ? Optional.of(text) : Optional.empty();
    }
}
